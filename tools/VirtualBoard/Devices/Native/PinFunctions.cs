using nanoFramework.Hardware.Esp32;

namespace VirtualBoard.Devices;

/// <summary>Which pin each line of a bus is wired to inside the chip, from the defaults of the classic ESP32 on.</summary>
internal sealed class PinFunctions
{
    public const int Unset = -1;

    private readonly Dictionary<DeviceFunction, int> _pins = new()
    {
        [DeviceFunction.COM1_TX] = 1,
        [DeviceFunction.COM1_RX] = 3,
        [DeviceFunction.I2C1_DATA] = 18,
        [DeviceFunction.I2C1_CLOCK] = 19,
        [DeviceFunction.I2C2_DATA] = 25,
        [DeviceFunction.I2C2_CLOCK] = 26,
        [DeviceFunction.SPI1_MOSI] = 23,
        [DeviceFunction.SPI1_MISO] = 25,
        [DeviceFunction.SPI1_CLOCK] = 19,
    };

    public PinFunctions()
    {
        var adc = Board.Current.Profile.AdcPins;
        for (int channel = 0; channel < adc.Count; channel++)
            _pins[DeviceFunction.ADC1_CH0 + channel] = adc[channel];
    }

    public static PinFunctions Current => Running.Interpreter.Current.Resource<PinFunctions>();

    /// <summary>Pin number, or <see cref="Unset"/>.</summary>
    public int this[DeviceFunction function]
    {
        get => _pins.GetValueOrDefault(function, Unset);
        set => _pins[function] = value;
    }

    /// <summary>The line <paramref name="line"/> of bus <paramref name="bus"/>, counted from 1, of a type.</summary>
    public int this[DeviceTypes type, int bus, int line] => this[(DeviceFunction)((int)type | (bus << 8) | line)];

    /// <summary>The PWM channel, 1 to 16, that a pin is set to; 0 for none.</summary>
    public int PwmChannelOf(int pin)
    {
        for (int channel = 1; channel <= 16; channel++)
        {
            if (this[DeviceTypes.PWM, channel, 0] == pin)
                return channel;
        }

        return 0;
    }
}
