using System.Device.Adc;
using System.Device.I2c;
using Appliance.Drivers.Ads1115;
using Appliance.Drivers.Analogue;
using VirtualRack.Chips;

namespace SystemTests.Drivers;

/// <summary>The two kinds of analogue input, each with a source at its end of the wire, so that a test can be run on both.</summary>
internal sealed class AnalogueWires
{
    public const string Adc = "adc";
    public const string Ads1115 = "ads1115";
    public const int Address = 0x48;
    private const int FullScaleMillivolts = 4096;

    /// <summary>ADC1 channel of the first input: GPIO32.</summary>
    private const int FirstAdcChannel = 4;

    private readonly SensorBench _bench;
    private readonly Ads1115Chip _driver;

    /// <param name="clock">How fast the oscillator of the ADS1115 runs.</param>
    public AnalogueWires(SensorBench bench, double clock = 1)
    {
        _bench = bench;
        Chip = new Ads1115(bench.Time, clock: clock);
        bench.Board.I2c[1].Attach(Address, Chip);
        _driver = Driver(bench);
    }

    public Ads1115 Chip { get; }

    /// <returns>Volts of one code on the straight part.</returns>
    public static double Step(string kind) => kind == Adc ? VirtualBoard.Buses.AdcCurve.VoltsPerCode : 125e-6;

    public static Ads1115Chip Driver(SensorBench bench) =>
        bench.Board.Run(() => new Ads1115Chip(new I2cDevice(new I2cConnectionSettings(1, Address))));

    public static AnalogueInput Input(
        SensorBench bench, Ads1115Chip driver, int channel, int fullScaleMillivolts = FullScaleMillivolts) =>
        bench.Board.Run(() => new Ads1115Input(driver, channel, fullScaleMillivolts));

    public AnalogueInput Input(string kind, IVoltageSource source, int channel = 0, int samples = 1)
    {
        if (kind == Adc)
            return AdcInput(source.Volts, channel, samples);
        Chip.Wire(channel, source);
        return Input(_bench, _driver, channel);
    }

    public AnalogueInput AdcInput(Func<long, double> volts, int channel = 0, int samples = 1)
    {
        _bench.Board.Adc.Wire(FirstAdcChannel + channel, volts);
        return _bench.Board.Run(() => new AdcInput(
            new AdcController().OpenChannel(FirstAdcChannel + channel),
            samples,
            Appliance.Drivers.Analogue.AdcInput.TypicalZeroMicrovolts,
            Appliance.Drivers.Analogue.AdcInput.TypicalFullScaleMicrovolts));
    }
}
