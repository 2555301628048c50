using System.Globalization;

namespace Ixp.Enroll;

/// <summary>What is no password: words that stand where one belongs, and what is guessed first.</summary>
internal static class PasswordRule
{
    private const int LeastLength = 12;
    private const int LeastCharacters = 6;
    private const int LeastRest = 6;

    /// <summary>A password of which little is left without these is none. Longer ones stand before those that they hold.</summary>
    private static readonly string[] Words =
    [
        "administrator", "placeholder", "motdepasse", "contrasena", "credential", "mosquitto", "appliance", "passwort", "password", "passw0rd", "changeme", "letmein",
        "default", "example", "private", "replace", "welcome", "change", "device", "passwd", "please", "public", "qwerty", "qwertz", "azerty", "secret", "sample", "string", "insert",
        "access", "broker", "admin", "fixme", "guest", "login", "token", "123456", "789012", "12345", "here", "mqtt", "null", "pass", "root", "test", "todo", "user", "your", "this", "1234", "noc", "now", "ixp",
        .. Enumerable.Range(1990, 60).Select(y => y.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <param name="names">Names that anybody knows: of the device, the site, the user.</param>
    /// <returns>Why it is refused, to stand behind the word "it"; null if it is a password. The password is not in it.</returns>
    public static string? Refuse(string password, params IEnumerable<string> names)
    {
        if (password.Length < LeastLength)
            return $"is shorter than {LeastLength} characters";
        if (password.Distinct().Count() < LeastCharacters)
            return $"has fewer than {LeastCharacters} different characters";
        if (password[0] is '<' or '{' or '$' or '[' && password[^1] is '>' or '}' or ']')
            return "stands in brackets, as what has to be replaced does";
        string rest = Plain(password);
        foreach (string word in names.Select(Plain).Where(n => n.Length > 0).OrderByDescending(n => n.Length).Concat(Words))
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        return rest.Length < LeastRest ? "is little more than words that stand for a password, or names that anybody knows" : null;
    }

    private static string Plain(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
