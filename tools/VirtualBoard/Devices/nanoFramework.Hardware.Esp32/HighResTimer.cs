using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace nanoFramework.Hardware.Esp32;

/// <summary>A timer of microseconds whose event comes on the thread of the hardware events.</summary>
public class HighResTimer : IDisposable
{
    private readonly Interpreter _interpreter = Interpreter.Current;
    private Deadline? _deadline;
    private bool _disposed;

    /// <exception cref="InvalidOperationException">Ten timers exist already.</exception>
    public HighResTimer()
    {
        var timers = _interpreter.Resource<HighResTimers>();
        if (timers.InUse == HighResTimers.Limit)
            throw new InvalidOperationException($"There are {HighResTimers.Limit} high resolution timers already: dispose one first.");
        timers.InUse++;
    }

    public event HighResTimerExpiredEventHandler? OnHighResTimerExpired;

    /// <returns>Microseconds since the boot.</returns>
    public static ulong GetCurrent() => (ulong)Interpreter.CurrentUnharmed.UptimeMicros;

    public void Stop()
    {
        _deadline?.Cancel();
        _deadline = null;
    }

    public void StartOneShot(ulong timeout_us) => Start(_interpreter.Time.NowMicros + (long)timeout_us, 0);

    /// <exception cref="ArgumentException">A period of 0.</exception>
    public void StartOnePeriodic(ulong period_us)
    {
        if (period_us == 0)
            throw new ArgumentException("A period is above 0 us.", nameof(period_us));
        Start(_interpreter.Time.NowMicros + (long)period_us, (long)period_us);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
            return;

        Stop();
        _disposed = true;
        _interpreter.Resource<HighResTimers>().InUse--;
    }

    private void Start(long at, long period)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Stop();
        Arm(at, period);
    }

    private void Arm(long at, long period)
    {
        _deadline = _interpreter.Time.Schedule(at, () =>
        {
            if (_interpreter.IsHalted)
                return;

            if (period > 0)
                Arm(at + period, period);
            HardwareEvents.Of(_interpreter).Post(() => OnHighResTimerExpired?.Invoke(this, null));
        });
    }
}
