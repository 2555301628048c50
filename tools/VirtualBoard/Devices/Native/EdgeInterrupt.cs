using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualBoard.Devices;

/// <summary>
/// The edge interrupt of one pin with the firmware's debounce: the first edge starts a timer of whole ticks, what happens
/// meanwhile is ignored, and at its end the edge counts only if the pin still has the level of that edge.
/// </summary>
internal sealed class EdgeInterrupt(Interpreter interpreter, Pin pin, Action<bool> raise)
{
    private bool _enabled;
    private Deadline? _debounce;

    /// <summary>Milliseconds, cut to ticks of 10 but at least one; 0 for none.</summary>
    public int DebounceMs { get; set; }

    public void Enable()
    {
        if (_enabled)
            return;

        _enabled = true;
        pin.Changed += OnChanged;
    }

    public void Disable()
    {
        _enabled = false;
        pin.Changed -= OnChanged;
        _debounce?.Cancel();
        _debounce = null;
    }

    private void OnChanged(Pin source, bool level)
    {
        lock (interpreter.Time.Gate)
        {
            if (interpreter.IsHalted)
            {
                Disable();
            }
            else if (DebounceMs == 0)
            {
                Post(level);
            }
            else
            {
                _debounce ??= interpreter.Time.Schedule(DebounceEnd(), () => Settled(level));
            }
        }
    }

    private long DebounceEnd()
    {
        long ticks = Math.Max(1, DebounceMs * 1000L / Interpreter.TickMicros);
        return interpreter.Time.NowMicros + (ticks * Interpreter.TickMicros);
    }

    private void Settled(bool expected)
    {
        _debounce = null;
        if (_enabled && pin.Level == expected)
            Post(expected);
    }

    private void Post(bool level) => HardwareEvents.Of(interpreter).Post(() =>
    {
        if (_enabled)
            raise(level);
    });
}
