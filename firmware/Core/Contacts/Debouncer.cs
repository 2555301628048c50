namespace Appliance.Core.Contacts;

/// <summary>
/// Tells a contact from its bounce: a new level counts once it has stood for the hold time. It lives on the edges that the
/// hardware tells, with their times, so that a pulse between two looks counts as well; a look only makes sure that an edge that
/// was never told does not freeze a state.
/// </summary>
public sealed class Debouncer
{
    /// <summary>An edge that has not been told for so long after its level was seen will not be.</summary>
    public const int MissedMs = 500;

    private readonly int _holdMs;
    private bool _isKnown;
    private bool _last;
    private long _since;
    private bool _isDoubted;
    private long _doubtedAt;

    /// <param name="holdMs">0 counts each edge.</param>
    public Debouncer(int holdMs)
    {
        _holdMs = holdMs;
    }

    /// <summary>The level that counts.</summary>
    public bool Level { get; private set; }

    /// <summary>How often the level that counts has risen.</summary>
    public int Rises { get; private set; }

    /// <summary>Uptime in milliseconds at which another look may find more; <see cref="long.MaxValue"/> if none will.</summary>
    public long LookAt
    {
        get
        {
            if (_isDoubted)
            {
                return _doubtedAt + MissedMs;
            }

            return _last == Level ? long.MaxValue : _since + _holdMs;
        }
    }

    /// <summary>The hardware told an edge. Before the first look there is nothing that it could change.</summary>
    /// <param name="level">What the level became.</param>
    public void Edge(bool level, long now)
    {
        if (!_isKnown)
        {
            return;
        }

        _isDoubted = false;
        if (level == _last)
        {
            // It moved away and was back before anybody could ask which way.
            Move(!level, now);
        }

        Move(level, now);
    }

    /// <summary>Somebody asked for the level. Another than the edges say is believed if no edge follows.</summary>
    public void Look(bool level, long now)
    {
        if (!_isKnown)
        {
            _isKnown = true;
            _last = level;
            Level = level;
        }
        else if (level == _last)
        {
            _isDoubted = false;
            Settle(now);
        }
        else if (!_isDoubted)
        {
            _isDoubted = true;
            _doubtedAt = now;
        }
        else if (now - _doubtedAt >= MissedMs)
        {
            _isDoubted = false;
            Move(level, _doubtedAt);
            Settle(now);
        }
    }

    private void Move(bool level, long now)
    {
        Settle(now);
        _last = level;
        _since = now;
        Settle(now);
    }

    /// <summary>The last level has stood until now.</summary>
    private void Settle(long now)
    {
        if (_last != Level && now - _since >= _holdMs)
        {
            Level = _last;
            Rises += Level ? 1 : 0;
        }
    }
}
