namespace Appliance.Core.Chips;

/// <summary>Thermometers on 1-Wire by the first byte of their ROM code (Maxim application note 155).</summary>
public static class OneWireFamily
{
    /// <returns>The name of the part; null for a family that is none of these.</returns>
    public static string NameOf(byte family)
    {
        switch (family)
        {
            case 0x10:
                return "ds18s20";
            case 0x22:
                return "ds1822";
            case OneWireRom.Ds18b20:
                return "ds18b20";
            case 0x3B:
                return "max31850";
            case 0x42:
                return "ds28ea00";
            default:
                return null;
        }
    }
}
