namespace nanoFramework.Hardware.Esp32;

/// <summary>How many timers of high resolution the present boot has made.</summary>
internal sealed class HighResTimers
{
    public const int Limit = 10;

    public int InUse { get; set; }
}
