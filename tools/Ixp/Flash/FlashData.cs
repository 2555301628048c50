using System.Text.Json;

namespace Ixp.Flash;

/// <summary>The tables of this folder, which the program carries with it.</summary>
internal static class FlashData
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public static T Read<T>(string file)
    {
        using var stream = typeof(FlashData).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not in this program.");
        return JsonSerializer.Deserialize<T>(stream, Web)!;
    }
}
