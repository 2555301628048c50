namespace VirtualBoard.Buses;

/// <summary>Raw ADC codes by channel, 0 to 4095; a channel without a source reads 0.</summary>
public sealed class AdcInputs
{
    private readonly Dictionary<int, Func<int>> _sources = [];

    public void Wire(int channel, Func<int> source) => _sources[channel] = source;

    public int Read(int channel) =>
        _sources.TryGetValue(channel, out var source) ? Math.Clamp(source(), 0, 4095) : 0;
}
