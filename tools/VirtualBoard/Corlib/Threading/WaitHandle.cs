using VirtualBoard.Running;

namespace System.Threading;

/// <summary>Something that threads wait for.</summary>
public abstract class WaitHandle : MarshalByRefObject
{
    /// <summary>What WaitAny returns when the time is up.</summary>
    public const int WaitTimeout = 258;

    protected WaitHandle()
        : this(new Signal(autoReset: false))
    {
    }

    private protected WaitHandle(Signal signal) => Signal = signal;

    internal Signal Signal { get; }

    public static bool WaitAll(WaitHandle[] waitHandles) => WaitAll(waitHandles, Timeout.Infinite, exitContext: false);

    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext)
    {
        var signals = Signals(waitHandles, millisecondsTimeout);
        var interpreter = Interpreter.Current;
        long deadline = interpreter.UptimeMicros + (millisecondsTimeout * 1000L);
        while (Array.Find(signals, s => !s.IsSet) is { } missing)
        {
            long left = millisecondsTimeout < 0 ? Timeout.Infinite : Math.Max(0, deadline - interpreter.UptimeMicros) / 1000;
            if (interpreter.Wait([missing], left) < 0)
                return false;
            interpreter.Set(missing);
        }

        foreach (var signal in signals)
            signal.TryTake();
        return true;
    }

    public static int WaitAny(WaitHandle[] waitHandles) => WaitAny(waitHandles, Timeout.Infinite, exitContext: false);

    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext)
    {
        int index = Interpreter.Current.Wait(Signals(waitHandles, millisecondsTimeout), millisecondsTimeout);
        return index < 0 ? WaitTimeout : index;
    }

    public virtual bool WaitOne() => WaitOne(Timeout.Infinite, exitContext: false);

    public virtual bool WaitOne(int millisecondsTimeout, bool exitContext)
    {
        Millis.Check(millisecondsTimeout, nameof(millisecondsTimeout));
        return Interpreter.Current.Wait([Signal], millisecondsTimeout) >= 0;
    }

    private static Signal[] Signals(WaitHandle[] handles, int timeout)
    {
        ArgumentNullException.ThrowIfNull(handles);
        if (handles.Length == 0)
            throw new ArgumentException("There is nothing to wait for.", nameof(handles));
        Millis.Check(timeout, nameof(timeout));
        return Array.ConvertAll(handles, h => h?.Signal ?? throw new ArgumentNullException(nameof(handles), "One of the handles is null."));
    }
}
