namespace Ixp.Flash;

/// <summary>The options that nanoff 2.5.162 has for an ESP32, from its own sources: the table <c>nanoff-options.json</c>.</summary>
public static class NanoffOptions
{
    public static IReadOnlyList<NanoffOption> All { get; } = FlashData.Read<NanoffOption[]>("nanoff-options.json");

    /// <exception cref="ArgumentException">nanoff has no such option.</exception>
    public static NanoffOption Find(string name) =>
        All.FirstOrDefault(o => o.Name == name) ?? throw new ArgumentException($"nanoff has no option {name}.", nameof(name));
}
