using Xunit;

namespace Tools.Tests.HostDifferences;

/// <summary>Threads, timers and the tick.</summary>
public sealed class ThreadTests
{
    [Fact]
    public void An_exception_ends_its_thread_alone()
    {
        using var device = new Device();
        var died = new List<Exception>();
        device.Board.ThreadDied += (_, e) => died.Add(e);
        device.Boot("""
            public static void Main() { new Thread(Fail).Start(); Thread.Sleep(100); Console.WriteLine("alive"); }
            private static void Fail() { throw new ArgumentException("boom"); }
            """);
        device.RunFor(200);

        Assert.Equal("boom", Assert.Single(died).Message);
        Assert.Equal(["alive"], device.Lines);
        Assert.True(device.Board.IsOn);
    }

    [Fact]
    public void A_timer_without_a_reference_stops_with_the_next_collection()
    {
        using var device = new Device();
        device.Boot("""
            public static void Main() { new Thread(Make).Start(); Thread.Sleep(Timeout.Infinite); }
            private static void Make() { new Timer(Tick, null, 100, 100); }
            private static void Tick(object state) { Console.WriteLine("tick"); }
            """);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        device.RunFor(1000);

        Assert.Empty(device.Lines);
    }

    [Fact]
    public void A_timer_with_a_reference_stays()
    {
        using var device = new Device();
        device.Boot("""
            private static Timer timer;
            public static void Main() { timer = new Timer(Tick, null, 100, 100); Thread.Sleep(Timeout.Infinite); }
            private static void Tick(object state) { Console.WriteLine("tick"); }
            """);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        device.RunFor(250);

        Assert.Equal(["tick", "tick"], device.Lines);
    }

    [Fact]
    public void Callbacks_of_timers_run_one_after_the_other()
    {
        using var device = new Device();
        device.Boot("""
            private static Timer slow, quick;
            public static void Main()
            {
                slow = new Timer(Slow, null, 10, Timeout.Infinite);
                quick = new Timer(Quick, null, 20, Timeout.Infinite);
                Thread.Sleep(Timeout.Infinite);
            }
            private static void Slow(object state) { Console.WriteLine("slow begins"); Thread.Sleep(500); Console.WriteLine("slow ends"); }
            private static void Quick(object state) { Console.WriteLine("quick"); }
            """);
        device.RunFor(1000);

        Assert.Equal(["slow begins", "slow ends", "quick"], device.Lines);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 20)]
    [InlineData(95, 100)]
    public void Sleep_takes_whole_ticks_of_10_ms(int asked, int taken)
    {
        using var device = new Device();
        var at = new List<long>();
        device.Board.ConsoleLine += _ => at.Add(device.Board.Interpreter.UptimeMicros / 1000);
        device.Boot($"public static void Main() {{ Console.WriteLine(\"asleep\"); Thread.Sleep({asked}); Console.WriteLine(\"awake\"); }}");
        device.RunFor(200);

        Assert.Equal([0, taken], at);
    }
}
