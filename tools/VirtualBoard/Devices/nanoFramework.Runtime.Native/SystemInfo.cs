using VirtualBoard;

namespace nanoFramework.Runtime.Native;

/// <summary>The firmware image.</summary>
public static class SystemInfo
{
    public enum FloatingPoint
    {
        None = 0,
        SinglePrecisionSoftware = 1,
        SinglePrecisionHardware = 2,
        DoublePrecisionSoftware = 3,
        DoublePrecisionHardware = 4,
    }

    public static Version Version => new(1, 17, 0, 0);

    public static string OEMString => "nanoFramework virtual board";

    public static byte OEM => 0xFF;

    public static byte Model => 0;

    public static ushort SKU => 0xFFFF;

    public static string TargetName => Board.Current.Profile.TargetName;

    public static string Platform => "ESP32";

    public static FloatingPoint FloatingPointSupport => FloatingPoint.DoublePrecisionSoftware;
}
