namespace Appliance.Drivers.Ina226;

/// <summary>Register addresses of the INA226 (SBOS547 table 7-1).</summary>
internal static class Ina226Register
{
    public const byte Configuration = 0x00;
    public const byte ShuntVoltage = 0x01;
    public const byte BusVoltage = 0x02;
    public const byte MaskEnable = 0x06;
    public const byte ManufacturerId = 0xFE;
}
