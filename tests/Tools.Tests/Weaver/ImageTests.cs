using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using VirtualBoard;
using VirtualBoard.Hosting;
using VirtualBoard.Running;
using Xunit;

namespace Tools.Tests.Weaver;

public class ImageTests
{
    private const string Counter = """
        private static int count;
        public static void Main() { while (true) { count++; Console.WriteLine("count " + count); Thread.Sleep(1000); } }
        """;

    [Fact]
    public void Every_boot_starts_with_fresh_statics()
    {
        using var time = TimeBase.Virtual();
        using var board = new Board(time: time);
        var lines = new List<string>();
        board.ConsoleLine += lines.Add;

        board.Boot(Fixture.Image(Counter));
        time.RunFor(TimeSpan.FromMilliseconds(1500));
        board.PowerCut();
        board.PowerOn();
        time.RunFor(TimeSpan.FromMilliseconds(500));

        Assert.Equal(["count 1", "count 2", "count 1"], lines);
    }

    [Fact]
    public void Boards_side_by_side_have_their_own_statics()
    {
        using var time = TimeBase.Virtual();
        using var first = new Board(time: time);
        using var second = new Board(time: time);
        var lines = new List<string>();
        first.ConsoleLine += line => lines.Add("first " + line);
        second.ConsoleLine += line => lines.Add("second " + line);
        var image = Fixture.Image(Counter);

        first.Boot(image);
        time.RunFor(TimeSpan.FromMilliseconds(1500));
        second.Boot(image);
        time.RunFor(TimeSpan.FromMilliseconds(400));

        Assert.Equal(["first count 1", "first count 2", "second count 1"], lines);
    }

    [Fact]
    public void A_copy_that_nobody_uses_is_collected()
    {
        var copy = LoadAndForget(Fixture.Image("public static int One() { return 1; }"));

        for (int i = 0; copy.IsAlive && i < 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(copy.IsAlive);
    }

    [Fact]
    public void Stack_traces_have_the_lines_of_the_firmware_source()
    {
        var image = Fixture.Image("""
            public static void Fail()
            {
                throw new ArgumentException("here");
            }
            """);

        var e = Assert.Throws<ArgumentException>(() => Fixture.Call(image, "Fail"));

        Assert.Contains("Program.cs:line 6", e.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_woven_assembly_references_what_a_CSharp_project_references()
    {
        var assembly = Fixture.Image("public static ArrayList List = new ArrayList();").LoadCopy();

        var references = assembly.GetReferencedAssemblies().Select(r => r.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["System.Runtime", "VirtualBoard"], references);
        Assert.Equal(".NETCoreApp,Version=v10.0", assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
    }

    [Fact]
    public void Weaving_the_same_assembly_twice_gives_the_same_bytes()
    {
        var device = Fixture.Compile(Counter);

        var first = Fixture.Weave(device).Assemblies[0];
        var second = Fixture.Weave(device).Assemblies[0];

        Assert.Equal(first.Image, second.Image);
        Assert.Equal(first.Symbols, second.Symbols);
    }

    [Fact]
    public void An_image_without_its_program_says_what_it_holds()
    {
        var image = new FirmwareImage("Nothing", Fixture.Image("").Assemblies);

        var e = Assert.Throws<InvalidOperationException>(() => image.LoadCopy());

        Assert.Contains("Fixture", e.Message, StringComparison.Ordinal);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndForget(FirmwareImage image)
    {
        var assembly = image.LoadCopy();
        Assert.Equal(1, assembly.GetType("Program")!.GetMethod("One")!.Invoke(null, null));
        return new WeakReference(System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly));
    }
}
