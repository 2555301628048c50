namespace Appliance.Core.Contacts;

/// <summary>
/// Tells a contact from its bounce: a new level counts once it has stood for the hold time. It is asked again and again, and
/// told of edges in between, so a missed edge cannot freeze a state.
/// </summary>
public sealed class Debouncer
{
    private readonly int _holdMs;
    private bool _isKnown;
    private bool _candidate;
    private long _since;

    public Debouncer(int holdMs)
    {
        _holdMs = holdMs;
    }

    /// <summary>The level that counts.</summary>
    public bool Level { get; private set; }

    /// <summary>Another level is there, but not yet for long enough.</summary>
    public bool IsSettling { get; private set; }

    /// <summary>Uptime at which a settling level will count.</summary>
    public long SettledAt => _since + _holdMs;

    /// <summary>The level moved and came back between two samples: what settles has to settle anew.</summary>
    public void Edge(long now) => _since = now;

    /// <returns>True if the level that counts has changed, or is known for the first time.</returns>
    public bool Sample(bool level, long now)
    {
        if (!_isKnown)
        {
            _isKnown = true;
            Level = level;
            return true;
        }

        if (level == Level)
        {
            IsSettling = false;
            return false;
        }

        if (!IsSettling || level != _candidate)
        {
            IsSettling = true;
            _candidate = level;
            _since = now;
        }

        if (now - _since < _holdMs)
        {
            return false;
        }

        IsSettling = false;
        Level = level;
        return true;
    }
}
