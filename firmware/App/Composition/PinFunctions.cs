using System.Collections;
using Appliance.Core.Config;
using nanoFramework.Hardware.Esp32;

namespace Appliance.App.Composition;

/// <summary>
/// Gives the pins their functions before anything is opened. On a board with Ethernet the default pins of I2C belong to the
/// network.
/// </summary>
public static class PinFunctions
{
    /// <param name="pins">Entries <c>pin gpio= function=</c>.</param>
    /// <exception cref="ConfigException">A function is unknown.</exception>
    public static void Apply(ArrayList pins)
    {
        for (int i = 0; i < pins.Count; i++)
        {
            ConfigEntry entry = (ConfigEntry)pins[i];
            Configuration.SetPinFunction(entry.Number("gpio", 0, 48), Parse(entry));
        }
    }

    private static DeviceFunction Parse(ConfigEntry entry)
    {
        string name = entry.Text("function");
        switch (name)
        {
            case "i2c1_data":
                return DeviceFunction.I2C1_DATA;
            case "i2c1_clock":
                return DeviceFunction.I2C1_CLOCK;
            case "i2c2_data":
                return DeviceFunction.I2C2_DATA;
            case "i2c2_clock":
                return DeviceFunction.I2C2_CLOCK;
            case "com2_tx":
                return DeviceFunction.COM2_TX;
            case "com2_rx":
                return DeviceFunction.COM2_RX;
            case "com3_tx":
                return DeviceFunction.COM3_TX;
            case "com3_rx":
                return DeviceFunction.COM3_RX;
            default:
                throw new ConfigException(entry.Line, "unknown pin function '" + name + "'");
        }
    }
}
