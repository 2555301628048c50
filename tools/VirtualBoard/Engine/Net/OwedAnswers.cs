using VirtualBoard.Running;

namespace VirtualBoard.Net;

/// <summary>Holds virtual time while the real world owes an answer that can still come.</summary>
/// <param name="patience">Real time after which a silent peer costs virtual time.</param>
internal sealed class OwedAnswers(TimeBase time, Func<bool> isPathOpen, Func<TimeSpan> patience)
{
    private readonly HashSet<OwedAnswer> _owed = [];
    private IDisposable? _hold;
    private int _delayed;
    private bool _isClosed;

    /// <summary>There is virtual time to hold; real time does not care.</summary>
    internal bool HoldsTime => time.IsVirtual;

    internal OwedAnswer Expect()
    {
        var owed = new OwedAnswer(Settle);
        if (!time.IsVirtual)
            return owed;

        lock (time.Gate)
        {
            if (_isClosed)
                return owed;
            _owed.Add(owed);
            Review();
        }

        owed.Limit = new Timer(_ => owed.Dispose(), null, patience(), Timeout.InfiniteTimeSpan);
        return owed;
    }

    /// <summary>Bytes entered a delay, which needs time to pass.</summary>
    internal void Delay() => Change(1);

    /// <summary>Bytes came out of a delay.</summary>
    internal void Arrive() => Change(-1);

    /// <summary>Nobody waits any more.</summary>
    internal void Forget()
    {
        OwedAnswer[] all;
        lock (time.Gate)
            all = [.. _owed];
        foreach (var owed in all)
            owed.Dispose();
    }

    /// <summary>Nobody waits any more, and nobody will.</summary>
    internal void Close()
    {
        lock (time.Gate)
            _isClosed = true;
        Forget();
    }

    internal void Review()
    {
        lock (time.Gate)
        {
            // An answer that is not in a delay itself is on its way in real time, whatever else is delayed.
            bool holds = _owed.Count > _delayed && isPathOpen();
            if (holds)
            {
                _hold ??= time.Hold();
            }
            else
            {
                // Time goes on at once, and may bring a new answer to wait for.
                var released = _hold;
                _hold = null;
                released?.Dispose();
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

    private void Settle(OwedAnswer owed)
    {
        lock (time.Gate)
        {
            if (_owed.Remove(owed))
                Review();
        }
    }
}
