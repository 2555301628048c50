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
}
