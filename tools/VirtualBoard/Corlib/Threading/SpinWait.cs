namespace System.Threading;

/// <summary>Waiting that gives way to the other threads.</summary>
public struct SpinWait
{
    public static void SpinUntil(TimeSpan timeout) => Thread.Sleep(timeout);

    public static void SpinUntil(int millisecondsTimeout) => Thread.Sleep(millisecondsTimeout);

    public readonly void SpinOnce() => Thread.Sleep(0);
}
