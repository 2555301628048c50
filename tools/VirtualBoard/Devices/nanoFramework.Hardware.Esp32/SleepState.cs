namespace nanoFramework.Hardware.Esp32;

/// <summary>What may wake the board, and what did.</summary>
internal sealed class SleepState
{
    public TimeSpan? WakeAfter { get; set; }

    public Sleep.WakeupCause Cause { get; set; }
}
