using Appliance.Core.Contacts;

namespace Appliance.Core.Led;

/// <summary>
/// Tells the presses of a button that is looked at from time to time. A press counts once; anything between short and long is a
/// mistake and counts for nothing, and so does a button that was down before the first look: it may be stuck.
/// </summary>
public sealed class ButtonReader
{
    /// <summary>A press that ends before that is a short one.</summary>
    public const int ShortMs = 2000;

    /// <summary>A press is a long one from then on, though it has not ended.</summary>
    public const int LongMs = 10_000;

    // Below the 50 ms of the indicator: two looks in a row have to agree.
    private const int HoldMs = 40;

    private readonly SettledState _state = new SettledState(HoldMs);
    private bool _isKnown;
    private bool _isDown;
    private bool _isSpent;
    private long _since;

    /// <param name="isDown">The button is down, as far as its contact tells.</param>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>What came about with this look.</returns>
    public ButtonPress Look(bool isDown, long now)
    {
        bool wasDown = _isDown;
        _state.Look(isDown ? 1 : 0, now);
        _isDown = _state.Value == 1;
        if (_isDown && !wasDown)
        {
            _since = now;
            _isSpent = !_isKnown;
        }

        _isKnown = true;
        if (_isSpent)
        {
            return ButtonPress.None;
        }

        // While a release settles it is down no more: a look that came late must not make a long press of it.
        if (_isDown && isDown && now - _since >= LongMs)
        {
            _isSpent = true;
            return ButtonPress.Long;
        }

        return wasDown && !_isDown && now - _since < ShortMs ? ButtonPress.Short : ButtonPress.None;
    }
}
