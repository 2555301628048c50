using System.Net;
using VirtualBoard.Running;

namespace VirtualBoard.Net;

/// <summary>
/// The way from the board to one address, with its faults. They apply to datagrams and raw packets that are sent there and to
/// connections that begin, not to connections that stand.
/// </summary>
public sealed class NetworkPath
{
    private readonly TimeBase _time;
    private readonly Random _dice;

    internal NetworkPath(TimeBase time, IPAddress address, int seed)
    {
        _time = time;
        _dice = new Random(HashOf(address, seed));
        Address = address;
    }

    public IPAddress Address { get; }

    /// <summary>What is sent there vanishes, and nobody answers a connection, as behind a filter.</summary>
    public bool IsSilent { get; set; }

    /// <summary>By how much later what is sent there leaves the board, on its time base. Answers come at once.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How many of 100 datagrams are lost. The same seed loses the same ones.</summary>
    public int LossPercent { get; set; }

    /// <summary>The network answers at once, so that virtual time does well to stand still for it.</summary>
    internal bool IsPrompt => !IsSilent && Delay <= TimeSpan.Zero;

    /// <summary>Whether a datagram is lost.</summary>
    internal bool Swallows()
    {
        if (IsSilent || LossPercent <= 0)
            return IsSilent;

        lock (_dice)
            return _dice.Next(100) < LossPercent;
    }

    /// <summary>Does something after the delay, while no board runs code.</summary>
    internal Deadline Later(Action action) => _time.Schedule(_time.NowMicros + (long)Delay.TotalMicroseconds, action);

    /// <summary>Waits until a connection may begin.</summary>
    /// <returns>Keeps virtual time from running on before the answer; null where the caller sees to that.</returns>
    internal async Task<IDisposable?> Begin(OwedAnswers answers, CancellationToken token)
    {
        if (IsSilent)
            await Task.Delay(Timeout.Infinite, token).ConfigureAwait(false);
        if (Delay <= TimeSpan.Zero)
            return null;

        var due = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        var deadline = Later(() =>
        {
            var owed = answers.Expect();
            if (!due.TrySetResult(owed))
                owed.Dispose();
        });
        await using var _ = token.Register(() =>
        {
            deadline.Cancel();
            due.TrySetCanceled(token);
        });
        return await due.Task.ConfigureAwait(false);
    }

    /// <summary>FNV-1a; <see cref="IPAddress.GetHashCode"/> differs from run to run.</summary>
    private static int HashOf(IPAddress address, int seed)
    {
        uint hash = 2166136261 ^ (uint)seed;
        foreach (byte b in address.GetAddressBytes())
            hash = (hash ^ b) * 16777619;
        return (int)hash;
    }
}
