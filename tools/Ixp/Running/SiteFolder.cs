namespace Ixp.Running;

/// <summary>Where the board files and the examples are: beside this program.</summary>
public static class SiteFolder
{
    public static string Boards { get; } = Path.Combine(AppContext.BaseDirectory, "board-configs");

    /// <summary>The demonstration rack.</summary>
    public static string Demonstration { get; } = Rack("demo");

    /// <summary>The rack with every kind of sensor.</summary>
    public static string Full { get; } = Rack("full");

    /// <summary>Racks of the examples by name.</summary>
    public static IReadOnlyList<string> Racks { get; } = ["demo", "full"];

    /// <param name="name">One of <see cref="Racks"/>.</param>
    public static string Rack(string name) => Path.Combine(Boards, "examples", name + "-rack.json");
}
