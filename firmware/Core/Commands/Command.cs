using Appliance.Core.Json;

namespace Appliance.Core.Commands;

/// <summary>What the NOC asks of the device: <c>cmd/verb</c> with <c>{"id":"…",…}</c>.</summary>
public sealed class Command
{
    private const int LongestId = 64;

    /// <param name="payload">As it came; any bytes.</param>
    /// <param name="isRetained">The broker had kept it from before.</param>
    public Command(string verb, byte[] payload, bool isRetained)
    {
        Verb = verb;
        IsRetained = isRetained;
        Fields = FlatJson.Read(payload);
        string id = Fields.Text("id");
        Id = id != null && IsId(id) ? id : "";
    }

    public string Verb { get; }

    public bool IsRetained { get; }

    public FlatJson Fields { get; }

    /// <summary>Names the command in its answer: 1 to 64 printable ASCII characters; empty if it has none.</summary>
    public string Id { get; }

    private static bool IsId(string text)
    {
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            if (characters[i] < ' ' || characters[i] > '~')
            {
                return false;
            }
        }

        return characters.Length > 0 && characters.Length <= LongestId;
    }
}
