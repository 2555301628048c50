namespace Appliance.Core.Contacts;

/// <summary>
/// A state that is only looked at, as no edge tells of it: a new one counts once every look has shown it for the hold time.
/// The first one counts at once.
/// </summary>
public sealed class SettledState
{
    private readonly int _holdMs;
    private bool _isKnown;
    private bool _isSettling;
    private int _candidate;
    private long _since;

    public SettledState(int holdMs)
    {
        _holdMs = holdMs;
    }

    /// <summary>The state that counts.</summary>
    public int Value { get; private set; }

    /// <summary>Uptime at which a look may find a new state settled; <see cref="long.MaxValue"/> if none settles.</summary>
    public long LookAt => _isSettling ? _since + _holdMs : long.MaxValue;

    public void Look(int state, long now)
    {
        if (!_isKnown)
        {
            _isKnown = true;
            Value = state;
        }

        if (state != Value && (!_isSettling || state != _candidate))
        {
            _candidate = state;
            _since = now;
        }

        _isSettling = state != Value;
        if (_isSettling && now - _since >= _holdMs)
        {
            Value = state;
            _isSettling = false;
        }
    }
}
