using Appliance.Core.Contacts;
using Appliance.Core.Metrics;
using Appliance.Drivers.Analogue;

namespace Appliance.Drivers.Loop;

/// <summary>
/// A contact whose wire is watched by end-of-line resistors. There is no edge to wake it, so it looks ten times a second,
/// whatever its period: a door that opens is told at once, and so is a wire that is cut or shorted.
/// </summary>
public sealed class LoopSensor : AnalogueSensor
{
    private const int LookMs = 100;

    /// <summary>An open contact, among the qualities: Ok is a closed one, the others are what is wrong with the wire.</summary>
    private const int Open = -1;

    private readonly LoopBands _bands;
    private readonly SettledState _state;
    private readonly bool _openIsOne;

    /// <param name="openIsOne">True if the metric is 1 while the contact is open.</param>
    /// <param name="holdMs">How long a state must stand before it counts.</param>
    /// <param name="periodMs">At most so long from one reading to the next.</param>
    /// <param name="metric">0 or 1.</param>
    public LoopSensor(
        string name, AnalogueInput input, LoopBands bands, bool openIsOne, int holdMs, int periodMs, Metric metric)
        : base(name, input, periodMs, metric)
    {
        _bands = bands;
        _state = new SettledState(holdMs);
        _openIsOne = openIsOne;
    }

    /// <summary>A broken wire has to last as a state of the contact has: a connector that is touched is no sabotage.</summary>
    protected override void Take(Quality range, long microvolts, long now)
    {
        Quality quality = _bands.Decode(microvolts, out bool isOpen);
        quality = quality != Quality.Ok ? quality : range;
        _state.Look(quality == Quality.Ok && isOpen ? Open : (int)quality, now);
        bool isSettledOpen = _state.Value == Open;
        Tell(isSettledOpen ? Quality.Ok : (Quality)_state.Value, isSettledOpen == _openIsOne ? 1 : 0, now);
    }

    protected override void Miss(Quality quality, long now) => Tell(quality, 0, now);

    protected override long Next(long started) =>
        _state.LookAt < started + LookMs ? _state.LookAt : started + LookMs;

    private void Tell(Quality quality, long value, long now)
    {
        Quality oldQuality = Metric.Quality;
        long oldValue = Metric.Value;
        Metric.Put(quality, value, now);
        IsUrgent |= oldQuality != Quality.Pending && (Metric.Quality != oldQuality || Metric.Value != oldValue);
    }
}
