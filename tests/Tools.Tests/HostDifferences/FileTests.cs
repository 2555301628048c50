using System.Text;
using Xunit;

namespace Tools.Tests.HostDifferences;

/// <summary>Files on drive I:.</summary>
public sealed class FileTests : IDisposable
{
    private const string Append = """
        FileStream f = new FileStream("I:\\a.txt", FileMode.Append, FileAccess.Write);
        f.Write(new byte[] { 110, 101, 119 }, 0, 3);
        """;

    private readonly Device device = new();

    public FileTests() => device.Boot("public static void Main() { File.WriteAllText(\"I:\\\\a.txt\", \"old\"); File.WriteAllText(\"I:\\\\b.txt\", \"b\"); }");

    public void Dispose() => device.Dispose();

    [Fact]
    public void Move_onto_a_file_is_refused()
    {
        device.Boot($"public static void Main() {{ {Device.Catching("File.Move(\"I:\\\\b.txt\", \"I:\\\\a.txt\");")} }}");

        Assert.Equal(["IOException"], device.Lines);
        Assert.Equal("old", Content("a.txt"));
        Assert.Equal("b", Content("b.txt"));
    }

    [Fact]
    public void Flush_does_not_outlive_a_power_cut()
    {
        device.Boot($"public static void Main() {{ {Append} f.Flush(); Console.WriteLine(\"flushed\"); Thread.Sleep(Timeout.Infinite); }}");
        Assert.Equal(["flushed"], device.Lines);
        device.Board.PowerCut();

        Assert.Equal("old", Content("a.txt"));
    }

    [Theory]
    [InlineData("f.Close();")]
    [InlineData("f.Dispose();")]
    public void Close_does(string close)
    {
        device.Boot($"public static void Main() {{ {Append} {close} Console.WriteLine(\"closed\"); Thread.Sleep(Timeout.Infinite); }}");
        Assert.Equal(["closed"], device.Lines);
        device.Board.PowerCut();

        Assert.Equal("oldnew", Content("a.txt"));
    }

    private string Content(string file) => Encoding.UTF8.GetString(device.Board.Flash.ReadFile(file));
}
