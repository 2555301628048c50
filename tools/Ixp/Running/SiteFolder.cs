namespace Ixp.Running;

/// <summary>Where the board files and the examples are: beside this program.</summary>
public static class SiteFolder
{
    public static string Boards { get; } = Path.Combine(AppContext.BaseDirectory, "board-configs");

    /// <summary>The demonstration rack.</summary>
    public static string Demonstration { get; } = Path.Combine(Boards, "examples", "virtual-rack.json");
}
