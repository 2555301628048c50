using VirtualBoard.Running;

namespace VirtualBoard.Buses;

/// <summary>
/// The inputs of the ADC by channel, as volts at the pin; a channel without a source is at ground. What comes out is the raw
/// code of a typical ESP32, see <see cref="AdcCurve"/>.
/// </summary>
public sealed class AdcInputs(TimeBase time)
{
    private readonly Dictionary<int, Func<long, double>> _sources = [];

    /// <summary>Wires a voltage to a channel, in place of what was there.</summary>
    /// <param name="volts">Volts at the pin at a time of the world in microseconds. Called with times that never fall.</param>
    public void Wire(int channel, Func<long, double> volts) => _sources[channel] = volts;

    /// <returns>What is wired to a channel, or null.</returns>
    public Func<long, double>? At(int channel) => _sources.GetValueOrDefault(channel);

    public void Unwire(int channel) => _sources.Remove(channel);

    /// <returns>The code of this moment, 0 to 4095.</returns>
    public int Read(int channel) =>
        AdcCurve.Code(_sources.TryGetValue(channel, out var volts) ? volts(time.NowMicros) : 0);
}
