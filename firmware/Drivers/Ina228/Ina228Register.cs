namespace Appliance.Drivers.Ina228;

/// <summary>Register addresses of the INA228 (SLYS022 section 8.1). The measured voltages have three bytes, the others two.</summary>
internal static class Ina228Register
{
    public const byte Configuration = 0x00;
    public const byte AdcConfiguration = 0x01;
    public const byte ShuntVoltage = 0x04;
    public const byte BusVoltage = 0x05;
    public const byte DieTemperature = 0x06;
    public const byte Diagnostic = 0x0B;
    public const byte DeviceId = 0x3F;
}
