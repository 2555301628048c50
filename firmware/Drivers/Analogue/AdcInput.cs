using Appliance.Core.Chips;
using Appliance.Core.Electrical;
using Appliance.Core.Metrics;
using System.Device.Adc;

namespace Appliance.Drivers.Analogue;

/// <summary>
/// A channel of the ESP32's own ADC. It tells raw codes at 12 dB, which are about straight from 0.15 to 2.45 V and differ by some
/// percent from chip to chip: the line through them is given by two points, best measured on the board itself.
/// </summary>
public sealed class AdcInput : AnalogueInput
{
    /// <summary>Voltage at which a typical chip begins to count; the maker's figure for a reference of 1.1 V.</summary>
    public const int TypicalZeroMicrovolts = 142_000;

    /// <summary>Where the straight part of a typical chip would meet the last code. In truth the curve bends and is there sooner.</summary>
    public const int TypicalFullScaleMicrovolts = 3_441_000;

    private const int LastCode = 4095;

    private readonly AdcChannel _channel;
    private readonly int _samples;
    private readonly long _zero;
    private readonly long _span;

    /// <param name="samples">How many are averaged to one reading, 1 to 100; each takes about a twentieth of a millisecond.</param>
    /// <param name="zeroMicrovolts">Voltage of code 0 on the straight line.</param>
    /// <param name="fullScaleMicrovolts">Voltage of code 4095 on the straight line.</param>
    public AdcInput(AdcChannel channel, int samples, int zeroMicrovolts, int fullScaleMicrovolts)
    {
        _channel = channel;
        _samples = samples < 1 ? 1 : samples;
        _zero = zeroMicrovolts;
        _span = fullScaleMicrovolts - _zero;
    }

    public override Quality Read(long now, out long microvolts)
    {
        Quality quality = Quality.Ok;
        long sum = 0;
        for (int i = 0; i < _samples; i++)
        {
            int code = _channel.ReadValue();
            sum += code;
            quality = IsEnd(code) ? Quality.OutOfRange : quality;
        }

        microvolts = _zero + FixedPoint.Divide(sum * _span, _samples * LastCode);
        return quality;
    }

    public override Quality ReadCycle(long now, int cycleMicros, RmsMeter meter)
    {
        Quality quality = SampleCycle(cycleMicros, meter);
        if (quality == Quality.Ok)
        {
            meter.EndBurst();
        }
        else
        {
            meter.DropBurst();
        }

        return quality;
    }

    protected override Quality Sample(out long microvolts)
    {
        int code = _channel.ReadValue();
        microvolts = _zero + FixedPoint.Divide(code * _span, LastCode);
        return IsEnd(code) ? Quality.OutOfRange : Quality.Ok;
    }

    private static bool IsEnd(int code) => code <= 0 || code >= LastCode;
}
