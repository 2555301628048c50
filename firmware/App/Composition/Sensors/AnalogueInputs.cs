using System.Collections;
using System.Device.Adc;
using Appliance.Drivers.Ads1115;
using Appliance.Drivers.Analogue;

namespace Appliance.App.Composition.Sensors;

/// <summary>Analogue inputs: channels of the board's ADC, and of ADS1115 that several sensors share.</summary>
public sealed class AnalogueInputs
{
    private readonly Hashtable _chips = new Hashtable();
    private readonly SensorBuses _buses;
    private AdcController _adc;

    public AnalogueInputs(SensorBuses buses)
    {
        _buses = buses;
    }

    /// <summary>The input at <c>adc=</c>, or at <c>bus= address= channel=</c>.</summary>
    /// <exception cref="Core.Config.ConfigException">The entry names neither.</exception>
    public AnalogueInput Open(SensorEntry entry) => entry.Has("adc") ? Adc(entry) : Ads1115(entry);

    private AnalogueInput Adc(SensorEntry entry)
    {
        if (_adc == null)
        {
            _adc = new AdcController();
        }

        return new AdcInput(
            _adc.OpenChannel(entry.Number("adc", 0, 19)),
            entry.Number("samples", 1, 64, 1),
            entry.Number("zero_mv", 0, 1000, AdcInput.TypicalZeroMicrovolts / 1000) * 1000,
            entry.Number("full_mv", 1000, 5000, AdcInput.TypicalFullScaleMicrovolts / 1000) * 1000);
    }

    private AnalogueInput Ads1115(SensorEntry entry)
    {
        int address = (entry.Number("bus", 1, 2, 1) << 8) | entry.Number("address", 3, 119);
        if (!_chips.Contains(address))
        {
            _chips.Add(address, new Ads1115Chip(_buses.I2c(entry)));
        }

        return new Ads1115Input(
            (Ads1115Chip)_chips[address], entry.Number("channel", 0, 3), entry.Number("range_mv", 256, 6144, 4096));
    }
}
