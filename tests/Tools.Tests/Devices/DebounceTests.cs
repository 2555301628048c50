using System.Device.Gpio;
using Xunit;

namespace Tools.Tests.Devices;

public sealed class DebounceTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly List<(PinEventTypes Edge, long AtMs)> _edges = [];

    public void Dispose() => _bench.Dispose();

    // Levels at milliseconds, from low; the contact settles after 30 ms, or as told.
    public static TheoryData<string, int, (int AtMs, bool Level)[], (PinEventTypes Edge, long AtMs)[]> Cases => new()
    {
        { "clean edge", 30, [(100, true)], [(PinEventTypes.Rising, 130)] },
        { "glitch", 30, [(100, true), (105, false)], [] },
        { "bounce", 30, [(100, true), (103, false), (106, true), (109, false), (112, true)], [(PinEventTypes.Rising, 130)] },
        { "closes and opens", 30, [(100, true), (200, false)], [(PinEventTypes.Rising, 130), (PinEventTypes.Falling, 230)] },
        { "glitch, then real", 30, [(100, true), (105, false), (200, true)], [(PinEventTypes.Rising, 230)] },
        { "change while waiting is lost", 30, [(100, true), (131, false), (150, true), (155, false)], [(PinEventTypes.Rising, 130), (PinEventTypes.Falling, 161)] },
        { "at least a tick", 3, [(100, true), (105, false)], [] },
        { "whole ticks only", 39, [(100, true)], [(PinEventTypes.Rising, 130)] },
        { "none", 0, [(100, true), (101, false)], [(PinEventTypes.Rising, 100), (PinEventTypes.Falling, 101)] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_edge_counts_when_its_level_is_there_at_the_end(
        string name, int debounceMs, (int AtMs, bool Level)[] world, (PinEventTypes Edge, long AtMs)[] expected)
    {
        _bench.Board.Run(() =>
        {
            var pin = new GpioController().OpenPin(13, PinMode.Input);
            pin.DebounceTimeout = TimeSpan.FromMilliseconds(debounceMs);
            pin.ValueChanged += (_, e) => _edges.Add((e.ChangeType, _bench.Time.NowMicros / 1000));
        });
        foreach (var (at, level) in world)
            _bench.After(at, () => _bench.Board.Pins[13].Drive(level));

        _bench.RunFor(500);

        Assert.True(expected.SequenceEqual(_edges), $"{name}: {string.Join(", ", _edges)}");
    }
}
