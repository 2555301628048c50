namespace Appliance.Core.Led;

/// <summary>What the LED has to say.</summary>
public enum LedSignal
{
    Starting = 0,
    AllWell = 1,
    Warning = 2,
    Critical = 3,
    Offline = 4,
    Identify = 5,

    /// <summary>Each colour in turn, once, right after the start: whoever watches sees that nothing of the LED is broken.</summary>
    LampTest = 6,

    /// <summary>The network address, digit by digit.</summary>
    Address = 7,
}
