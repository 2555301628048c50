extern alias corlib;

using VirtualBoard;
using VirtualBoard.Running;
using Xunit;
using AutoResetEvent = corlib::System.Threading.AutoResetEvent;
using Environment = corlib::System.Environment;
using ManualResetEvent = corlib::System.Threading.ManualResetEvent;
using Monitor = corlib::System.Threading.Monitor;
using Thread = corlib::System.Threading.Thread;
using WaitHandle = corlib::System.Threading.WaitHandle;

namespace Tools.Tests.Corlib;

public sealed class ThreadTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;

    public ThreadTests() => _board = new Board(time: _time);

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 20)]
    [InlineData(1000, 1000)]
    public void Sleep_ends_on_a_tick_of_ten_milliseconds(int asked, int slept) => Assert.Equal(slept, _board.Run(() =>
    {
        long before = Environment.TickCount64;
        Thread.Sleep(asked);
        return Environment.TickCount64 - before;
    }));

    [Fact]
    public void Spinning_on_sleep_zero_lets_time_pass() => _board.Run(() =>
    {
        long until = Environment.TickCount64 + 100;
        while (Environment.TickCount64 < until)
            Thread.Sleep(0);
    });

    [Fact]
    public void An_unhandled_exception_ends_its_thread_alone()
    {
        var died = new List<Exception>();
        _board.ThreadDied += (_, e) => died.Add(e);

        Assert.Equal("still here", _board.Run(() =>
        {
            var thread = new Thread(() => throw new FormatException("boom"));
            thread.Start();
            thread.Join();
            return thread.IsAlive ? "alive" : "still here";
        }));
        Assert.IsType<FormatException>(Assert.Single(died));
    }

    [Fact]
    public void Join_gives_up_after_its_time_and_returns_when_the_thread_ends() => _board.Run(() =>
    {
        var thread = new Thread(() => Thread.Sleep(500));
        thread.Start();

        Assert.False(thread.Join(100));
        Assert.True(thread.Join(1000));
        Assert.Equal(500, Environment.TickCount64);
    });

    [Fact]
    public void Wait_any_tells_which_or_258() => _board.Run(() =>
    {
        WaitHandle[] handles = [new AutoResetEvent(false), new ManualResetEvent(false)];

        Assert.Equal(258, WaitHandle.WaitAny(handles, 50, false));
        ((ManualResetEvent)handles[1]).Set();
        Assert.Equal(1, WaitHandle.WaitAny(handles, 50, false));
    });

    [Fact]
    public void Wait_all_takes_every_event_or_none() => _board.Run(() =>
    {
        var first = new AutoResetEvent(true);
        var second = new AutoResetEvent(false);
        WaitHandle[] both = [first, second];

        Assert.False(WaitHandle.WaitAll(both, 50, false));
        second.Set();
        Assert.True(WaitHandle.WaitAll(both, 50, false));
        Assert.False(first.WaitOne(0, false));
        Assert.False(second.WaitOne(0, false));
    });

    [Fact]
    public void An_auto_reset_event_lets_one_waiter_through() => _board.Run(() =>
    {
        int through = 0;
        var gate = new AutoResetEvent(false);
        for (int i = 0; i < 3; i++)
        {
            new Thread(() =>
            {
                gate.WaitOne();
                through++;
            }).Start();
        }

        Thread.Sleep(10);
        gate.Set();
        Thread.Sleep(10);
        Assert.Equal(1, through);
    });

    [Fact]
    public void A_lock_keeps_others_out_while_its_holder_sleeps_and_can_be_taken_twice() => _board.Run(() =>
    {
        object gate = new();
        var order = new List<string>();
        Monitor.Enter(gate);
        Monitor.Enter(gate);
        var other = new Thread(() =>
        {
            Monitor.Enter(gate);
            order.Add("other");
            Monitor.Exit(gate);
        });
        other.Start();
        Thread.Sleep(100);
        order.Add("first");
        Monitor.Exit(gate);
        Thread.Sleep(100);
        order.Add("first again");
        Monitor.Exit(gate);
        other.Join();

        Assert.Equal(["first", "first again", "other"], order);
    });

    [Fact]
    public void Exit_without_enter_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => _board.Run(() => Monitor.Exit(new object())));

    [Fact]
    public void Abort_ends_a_sleeping_thread() => _board.Run(() =>
    {
        bool cleaned = false;
        var thread = new Thread(() =>
        {
            try
            {
                Thread.Sleep(-1);
            }
            finally
            {
                cleaned = true;
            }
        });
        thread.Start();
        Thread.Sleep(10);
        thread.Abort();
        thread.Join();

        Assert.True(cleaned);
    });

    [Fact]
    public void A_power_cut_ends_every_thread_where_it_stands()
    {
        bool reached = false;
        bool started = false;
        _board.Run(() =>
        {
            new Thread(() =>
            {
                started = true;
                Thread.Sleep(1000);
                reached = true;
            }).Start();
            Thread.Sleep(10);
        });
        _board.PowerCut();
        _time.RunFor(TimeSpan.FromSeconds(10));

        Assert.True(started);
        Assert.False(reached);
    }

    [Fact]
    public void The_tick_count_falls_back_after_497_days()
    {
        _board.Run(() => { });
        _time.RunFor(TimeSpan.FromDays(498));

        Assert.InRange(_board.Run(() => Environment.TickCount64), 0, TimeSpan.FromDays(1).TotalMilliseconds);
    }
}
