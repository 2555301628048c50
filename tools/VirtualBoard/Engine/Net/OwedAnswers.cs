using VirtualBoard.Running;

namespace VirtualBoard.Net;

/// <summary>Holds virtual time while the real world owes an answer that can still come.</summary>
internal sealed class OwedAnswers(TimeBase time, Func<bool> isPathOpen)
{
    /// <summary>Real time after which a silent peer costs virtual time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly HashSet<Owed> _owed = [];
    private IDisposable? _hold;
    private int _delayed;

    internal IDisposable Expect()
    {
        var owed = new Owed(this);
        if (!time.IsVirtual)
            return owed;

        lock (time.Gate)
        {
            _owed.Add(owed);
            Review();
        }

        owed.Limit = new Timer(_ => owed.Dispose(), null, Patience, Timeout.InfiniteTimeSpan);
        return owed;
    }

    /// <summary>Bytes entered a delay, which needs time to pass.</summary>
    internal void Delay() => Change(1);

    /// <summary>Bytes came out of a delay.</summary>
    internal void Arrive() => Change(-1);

    /// <summary>Nobody waits any more.</summary>
    internal void Forget()
    {
        Owed[] all;
        lock (time.Gate)
            all = [.. _owed];
        foreach (var owed in all)
            owed.Dispose();
    }

    internal void Review()
    {
        lock (time.Gate)
        {
            bool holds = _owed.Count > 0 && _delayed == 0 && isPathOpen();
            if (holds)
            {
                _hold ??= time.Hold();
            }
            else
            {
                _hold?.Dispose();
                _hold = null;
            }
        }
    }

    private void Change(int delayed)
    {
        lock (time.Gate)
        {
            _delayed += delayed;
            Review();
        }
    }

    private void Settle(Owed owed)
    {
        lock (time.Gate)
        {
            if (_owed.Remove(owed))
                Review();
        }
    }

    private sealed class Owed(OwedAnswers owner) : IDisposable
    {
        internal Timer? Limit { get; set; }

        public void Dispose()
        {
            Limit?.Dispose();
            owner.Settle(this);
        }
    }
}
