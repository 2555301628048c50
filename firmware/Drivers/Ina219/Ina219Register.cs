namespace Appliance.Drivers.Ina219;

/// <summary>Register addresses of the INA219 (SBOS448 table 2).</summary>
internal static class Ina219Register
{
    public const byte Configuration = 0x00;
    public const byte ShuntVoltage = 0x01;
    public const byte BusVoltage = 0x02;
    public const byte Power = 0x03;
}
