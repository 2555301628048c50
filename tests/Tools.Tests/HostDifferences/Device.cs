using Tools.Tests.Weaver;
using VirtualBoard;
using VirtualBoard.Hosting;
using VirtualBoard.Running;
using VirtualBoard.Weaving;
using Xunit;

namespace Tools.Tests.HostDifferences;

/// <summary>A board in virtual time that runs little programs: compiled by the gate, woven against the very API of the firmware.</summary>
internal sealed class Device : IDisposable
{
    private static readonly string[] Api =
        [.. new[] { "VirtualBoard", "VirtualBoard.Devices", "VirtualBoard.Corlib" }.Select(a => Path.Combine(AppContext.BaseDirectory, a + ".dll"))];

    private readonly TimeBase time = TimeBase.Virtual();
    private readonly List<string> lines = [];

    public Device()
    {
        Board = new Board(time: time);
        Board.ConsoleLine += lines.Add;
    }

    public Board Board { get; }

    /// <summary>What the firmware has written since the last boot.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>What an expression of type string gives, or the type of its exception.</summary>
    public static string Text(string expression, string more = "")
    {
        using var device = new Device();
        device.Boot($"public static void Main() {{ {Catching($"Console.WriteLine({expression});")} }}", more);
        return Assert.Single(device.Lines);
    }

    /// <summary>Statements whose exception is written by the name of its type.</summary>
    public static string Catching(string statements)
        => $"try {{ {statements} }} catch (ArgumentOutOfRangeException) {{ Console.WriteLine(\"ArgumentOutOfRangeException\"); }} "
            + "catch (IOException) { Console.WriteLine(\"IOException\"); } catch (Exception) { Console.WriteLine(\"Exception\"); }";

    /// <param name="program">Members of a class Program.</param>
    /// <param name="more">Further types.</param>
    public void Boot(string program, string more = "")
    {
        var woven = new FirmwareWeaver(Api).Weave([Fixture.Compile(program, more)]);
        Assert.Empty(woven.Findings);
        lines.Clear();
        Board.Boot(new FirmwareImage("Fixture", [.. woven.Assemblies.Select(a => new FirmwareAssembly(a.Name, a.Image, a.Symbols))]));
        RunFor(10);
    }

    public void RunFor(int milliseconds) => time.RunFor(TimeSpan.FromMilliseconds(milliseconds));

    public void Dispose()
    {
        Board.Dispose();
        time.Dispose();
    }
}
