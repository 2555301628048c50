using System;
using nanoFramework.Hardware.Esp32;

namespace Appliance.App.Timing;

/// <summary>Time since the start. All intervals come from here: the time of day jumps.</summary>
public static class Uptime
{
    /// <summary>Milliseconds, in steps of the 10 ms tick.</summary>
    public static long Milliseconds => Environment.TickCount64;

    /// <summary>Microseconds, for round trips.</summary>
    public static long Microseconds => (long)HighResTimer.GetCurrent();
}
