extern alias corlib;

using System.Runtime.CompilerServices;
using VirtualBoard;
using VirtualBoard.Running;
using Xunit;
using CancellationTokenSource = corlib::System.Threading.CancellationTokenSource;
using Environment = corlib::System.Environment;
using Thread = corlib::System.Threading.Thread;
using Timer = corlib::System.Threading.Timer;

namespace Tools.Tests.Corlib;

public sealed class TimerTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;

    public TimerTests() => _board = new Board(time: _time);

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void A_timer_fires_when_due_and_then_each_period() => _board.Run(() =>
    {
        var at = new List<long>();
        using var timer = new Timer(_ => at.Add(Environment.TickCount64), null, 50, 100);
        Thread.Sleep(400);

        Assert.Equal([50, 150, 250, 350], at);
    });

    [Fact]
    public void Periods_that_pass_during_a_callback_are_skipped() => _board.Run(() =>
    {
        var at = new List<long>();
        using var timer = new Timer(_ =>
        {
            at.Add(Environment.TickCount64);
            Thread.Sleep(250);
        }, null, 100, 100);
        Thread.Sleep(990);

        Assert.Equal([100, 400, 700], at);
    });

    [Fact]
    public void A_slow_callback_delays_the_other_timers() => _board.Run(() =>
    {
        long fast = 0;
        using var slow = new Timer(_ => Thread.Sleep(500), null, 10, -1);
        using var other = new Timer(_ => fast = Environment.TickCount64, null, 20, -1);
        Thread.Sleep(1000);

        Assert.Equal(510, fast);
    });

    [Fact]
    public void An_exception_of_a_callback_is_lost_and_the_timer_goes_on() => _board.Run(() =>
    {
        int calls = 0;
        using var timer = new Timer(_ =>
        {
            calls++;
            throw new FormatException("boom");
        }, null, 10, 10);
        Thread.Sleep(100);

        Assert.InRange(calls, 9, 10);
    });

    [Fact]
    public void A_disposed_timer_is_silent() => _board.Run(() =>
    {
        int calls = 0;
        var timer = new Timer(_ => calls++, null, 100, 100);
        Thread.Sleep(150);
        timer.Dispose();
        Thread.Sleep(1000);

        Assert.Equal(1, calls);
    });

    [Fact]
    public void A_timer_that_nobody_refers_to_stops()
    {
        int calls = 0;
        _board.Run(() => Forget(() => calls++));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _time.RunFor(TimeSpan.FromSeconds(10));

        Assert.Equal(0, calls);
    }

    [Fact]
    public void A_token_expires_after_its_delay() => _board.Run(() =>
    {
        var source = new CancellationTokenSource(200);
        bool called = false;
        using var registration = source.Token.Register(() => called = true);

        Assert.False(source.Token.WaitHandle.WaitOne(100, false));
        Assert.True(source.Token.WaitHandle.WaitOne(200, false));
        Assert.True(called);
        Assert.Throws<corlib::System.Threading.OperationCanceledException>(source.Token.ThrowIfCancellationRequested);
        GC.KeepAlive(source);
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(Action call) => _ = new Timer(_ => call(), null, 1000, 1000);
}
