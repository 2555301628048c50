using System.IO.Hashing;
using System.Text;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Events;
using nanoFramework.Runtime.Native;
using VirtualBoard.Running;
using Xunit;

namespace Tools.Tests.Devices;

public sealed class RuntimeTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_restart_calls_its_handlers_first_and_does_not_return()
    {
        var order = new List<string>();
        _bench.Board.Booting += _ => order.Add("boot");
        Assert.Throws<PowerCutException>(() => _bench.Board.Run(() =>
        {
            Power.OnRebootEvent += () => order.Add("handler");
            Power.RebootDevice();
            order.Add("returned");
        }));
        _bench.RunFor(1000);

        Assert.Equal(["boot", "handler", "boot"], order);
        Assert.Equal(2, _bench.Board.Boots);
    }

    [Fact]
    public void A_handler_of_the_last_boot_is_forgotten_and_a_failing_one_does_not_hinder()
    {
        int calls = 0;
        _bench.Board.Run(() => Power.OnRebootEvent += () => calls++);
        _bench.Board.PowerCut();

        Assert.Throws<PowerCutException>(() => _bench.Board.Run(() =>
        {
            Power.OnRebootEvent += () => throw new InvalidOperationException();
            Power.RebootDevice(RebootOption.ClrOnly);
        }));
        _bench.RunFor(1000);

        Assert.Equal((0, 3), (calls, _bench.Board.Boots));
    }

    [Fact]
    public void A_set_clock_survives_a_restart_but_not_a_power_cut()
    {
        _bench.Board.Link.HasTimeServer = false;
        var time = new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);
        _bench.Board.Run(() => Rtc.SetSystemTime(time));
        _bench.Board.Reboot();
        _bench.RunFor(1000);
        Assert.Equal(time.AddSeconds(1), _bench.Board.Clock.UtcNow);

        _bench.Board.PowerCut();
        Assert.Equal(DateTime.UnixEpoch, _bench.Board.Clock.UtcNow);
    }

    [Fact]
    public void The_heap_figures_lie_within_the_heap()
    {
        var profile = _bench.Board.Profile;
        var (managed, free, largest, psram) = _bench.Board.Run(() =>
        {
            NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.Internal, out _, out uint total, out uint block);
            NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.SpiRam, out uint external, out _, out _);
            return (nanoFramework.Runtime.Native.GC.Run(true), total, block, external);
        });

        Assert.InRange(managed, 1u, (uint)profile.ManagedHeap);
        Assert.InRange(largest, 1u, free);
        Assert.Equal((uint)profile.NativeHeap, free);
        Assert.Equal(0u, psram);
    }

    [Fact]
    public void Timers_of_high_resolution_are_ten_and_fire_to_the_microsecond()
    {
        var fired = new List<long>();
        _bench.Board.Run(() =>
        {
            var timers = Enumerable.Range(0, 10).Select(_ => new HighResTimer()).ToArray();
            Assert.Throws<InvalidOperationException>(() => new HighResTimer());
            timers[0].OnHighResTimerExpired += (timer, _) =>
            {
                fired.Add((long)HighResTimer.GetCurrent());
                if (fired.Count == 3)
                    timer.Stop();
            };
            timers[0].StartOnePeriodic(1_234);
        });
        _bench.RunFor(100);

        Assert.Equal([1_234, 2_468, 3_702], fired);
    }

    [Fact]
    public void Deep_sleep_ends_by_the_timer_in_a_new_boot_that_knows_why()
    {
        Assert.Equal(Sleep.WakeupCause.Undefined, _bench.Board.Run(Sleep.GetWakeupCause));
        Assert.Throws<PowerCutException>(() => _bench.Board.Run(() =>
        {
            Sleep.EnableWakeupByTimer(TimeSpan.FromSeconds(10));
            Sleep.StartDeepSleep();
        }));
        Assert.False(_bench.Board.IsOn);
        _bench.RunFor(10_000);

        Assert.True(_bench.Board.IsOn);
        Assert.Equal(Sleep.WakeupCause.Timer, _bench.Board.Run(Sleep.GetWakeupCause));
    }

    [Fact]
    public void Custom_events_come_on_the_event_thread()
    {
        var seen = new List<(string?, ushort, uint)>();
        _bench.Board.Run(() =>
        {
            CustomEvent.CustomEventPosted += (_, e) => seen.Add((BoardThread.Current?.Name, e.Data1, e.Data2));
            EventSink.PostManagedEvent((byte)EventCategory.Custom, 0, 7, 8);
        });
        _bench.RunFor(1);

        Assert.Equal([("events", 7, 8u)], seen);
    }

    [Fact]
    public void Crc32_has_the_check_value_of_its_kind()
    {
        byte[] digits = Encoding.ASCII.GetBytes("123456789");
        var piecewise = new Crc32();
        piecewise.Append(new SpanByte(digits, 0, 4));
        piecewise.Append(new SpanByte(digits, 4, 5));

        Assert.Equal(0xCBF43926u, Crc32.HashToUInt32(digits));
        Assert.Equal(0xCBF43926u, piecewise.GetCurrentHashAsUInt32());
    }

    [Fact]
    public void A_span_stays_within_its_piece()
    {
        byte[] array = [1, 2, 3, 4, 5];
        var span = new SpanByte(array, 1, 3).Slice(1);

        Assert.Equal([3, 4], span.ToArray());
        span[0] = 9;
        Assert.Equal(9, array[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpanByte(array, 1, 3)[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpanByte(array, 3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpanByte(array).Slice(6));
        Assert.Throws<ArgumentException>(() => new SpanByte(array).CopyTo(new byte[4]));
    }
}
