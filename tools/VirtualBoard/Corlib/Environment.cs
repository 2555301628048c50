using VirtualBoard.Running;

namespace System;

/// <summary>Time since the boot.</summary>
public static class Environment
{
    /// <summary>Milliseconds in steps of 10; falls back to 0 after 497 days, as the 32-bit tick of the device does.</summary>
    public static long TickCount64 => (uint)(Interpreter.CurrentUnharmed.UptimeMicros / Interpreter.TickMicros) * (Interpreter.TickMicros / 1000);
}
