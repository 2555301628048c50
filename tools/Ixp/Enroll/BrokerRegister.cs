using System.Text.Json;
using Ixp.Commands;

namespace Ixp.Enroll;

/// <summary>What <c>ixp enroll</c> knows of a broker from one call to the next; no secret is in it.</summary>
internal sealed class BrokerRegister
{
    private static readonly JsonSerializerOptions Layout = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <summary>Port on which the NOC connects; 0 before the first call.</summary>
    public int NocPort { get; set; }

    /// <summary>Where the broker finds the files.</summary>
    public string BrokerPath { get; set; } = "/etc/mosquitto/ixp";

    /// <summary>Devices by name.</summary>
    public SortedDictionary<string, EnrolledDevice> Devices { get; set; } = new(StringComparer.Ordinal);

    /// <param name="file">Its path; an empty register if there is none.</param>
    /// <exception cref="CommandLineException">The file is damaged.</exception>
    public static BrokerRegister Read(string file)
    {
        if (!File.Exists(file))
            return new BrokerRegister();
        try
        {
            return JsonSerializer.Deserialize<BrokerRegister>(File.ReadAllText(file), Layout) ?? throw new JsonException("It is null.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"{file}: cannot be read: {e.Message} Put it back from a copy, or take it away and enroll all devices anew.");
        }
    }

    public string Text() => JsonSerializer.Serialize(this, Layout) + "\n";
}
