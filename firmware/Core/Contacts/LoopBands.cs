using Appliance.Core.Chips;
using Appliance.Core.Metrics;

namespace Appliance.Core.Contacts;

/// <summary>
/// A contact with end-of-line resistors: one in series and one across the contact, both at the contact's end of the wire. So the
/// wire is watched as well: the series resistor alone is a closed contact, both an open one, less a short and more a cut.
/// </summary>
public sealed class LoopBands
{
    private readonly bool _isUsable;
    private readonly long _shortedBelow;
    private readonly long _openAbove;
    private readonly long _cutAbove;

    /// <param name="pullUpOhm">Between the reference and the loop.</param>
    /// <param name="seriesOhm">In series with the contact.</param>
    /// <param name="parallelOhm">Across the contact.</param>
    /// <param name="referenceMicrovolts">What feeds the pull-up.</param>
    public LoopBands(int pullUpOhm, int seriesOhm, int parallelOhm, long referenceMicrovolts)
    {
        _isUsable = pullUpOhm > 0 && seriesOhm > 0 && parallelOhm > 0 && referenceMicrovolts > 0;
        if (!_isUsable)
        {
            return;
        }

        // Half of a closed loop, half-way from closed to open, and twice an open loop.
        _shortedBelow = Tap(pullUpOhm, seriesOhm / 2L, referenceMicrovolts);
        _openAbove = Tap(pullUpOhm, seriesOhm + (parallelOhm / 2L), referenceMicrovolts);
        _cutAbove = Tap(pullUpOhm, 2L * ((long)seriesOhm + parallelOhm), referenceMicrovolts);
    }

    /// <param name="microvolts">Across the loop.</param>
    /// <param name="isOpen">The state of the contact when the quality is Ok.</param>
    /// <returns>Ok, WireShorted, WireCut, or NotCalibrated without resistors or reference.</returns>
    public Quality Decode(long microvolts, out bool isOpen)
    {
        isOpen = microvolts >= _openAbove;
        if (!_isUsable)
        {
            return Quality.NotCalibrated;
        }

        if (microvolts < _shortedBelow)
        {
            return Quality.WireShorted;
        }

        return microvolts > _cutAbove ? Quality.WireCut : Quality.Ok;
    }

    private static long Tap(long pullUpOhm, long loopOhm, long reference) =>
        FixedPoint.Divide(reference * loopOhm, pullUpOhm + loopOhm);
}
