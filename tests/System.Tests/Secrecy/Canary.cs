using System.Text;

namespace SystemTests.Secrecy;

/// <summary>A secret that is looked for wherever none belongs: as it is, and as it would look in Base64, in hexadecimal and in an address.</summary>
internal sealed class Canary
{
    private readonly string[] _forms;

    public Canary(string what, string text)
    {
        What = what;
        Text = text;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string hex = Convert.ToHexStringLower(bytes);
        _forms = [text, Uri.EscapeDataString(text), hex, hex.ToUpperInvariant(), string.Join(' ', hex.Chunk(2).Select(c => new string(c))), string.Join('-', hex.ToUpperInvariant().Chunk(2).Select(c => new string(c))), .. Base64(bytes)];
    }

    /// <summary>What it is the secret of.</summary>
    public string What { get; }

    public string Text { get; }

    /// <returns>Those that are in a text, with where.</returns>
    public static IEnumerable<string> In(string where, string text, IEnumerable<Canary> canaries) =>
        canaries.Where(c => c._forms.Any(f => text.Contains(f, StringComparison.Ordinal))).Select(c => $"{c.What} is in {where}: {text}");

    /// <summary>As it would look at each place of a longer text, without the characters that its neighbours have a part in.</summary>
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        for (int before = 0; before < 3; before++)
        {
            string text = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            int tail = (before + bytes.Length) % 3 == 0 ? 0 : 1;
            yield return text[(before == 0 ? 0 : before + 1)..^tail];
        }
    }
}
