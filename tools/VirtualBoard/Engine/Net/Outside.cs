using VirtualBoard.Running;

namespace VirtualBoard.Net;

/// <summary>Waiting for the real network from a board, in real or virtual time.</summary>
public static class Outside
{
    /// <summary>
    /// Starts an operation and waits for it, while the other threads of the board run. When the time is up the operation is
    /// cancelled; what it had done by then counts.
    /// </summary>
    /// <param name="interpreter">Of the calling thread.</param>
    /// <param name="start">The operation; ends soon when its token is cancelled.</param>
    /// <param name="timeoutMs">Of the board's time; -1 for none.</param>
    /// <param name="patience">Real time for which virtual time stands still; none for an operation that sees to that itself.</param>
    public static T Call<T>(Interpreter interpreter, OutsideOperation<T> start, long timeoutMs, TimeSpan patience)
    {
        using var cancel = new CancellationTokenSource();
        var call = start(cancel.Token);
        var hold = interpreter.Time.IsVirtual && patience > TimeSpan.Zero ? interpreter.Time.Hold() : null;
        using var patient = hold is null ? null : new Timer(_ => hold.Dispose(), null, patience, Timeout.InfiniteTimeSpan);
        try
        {
            return interpreter.Await(call, timeoutMs, () =>
            {
                using var again = interpreter.Time.IsVirtual ? interpreter.Time.Hold() : null;
                cancel.Cancel();
                return interpreter.Await(call, -1, () => throw new InvalidOperationException("A wait without limit has ended."));
            });
        }
        finally
        {
            if (!call.IsCompleted)
                cancel.Cancel();
            hold?.Dispose();
        }
    }
}
