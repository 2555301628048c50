using Appliance.Core.Chips;
using Appliance.Core.Metrics;

namespace Appliance.Core.Electrical;

/// <summary>Two resistors that bring a supply down to what an input can bear.</summary>
public sealed class VoltageDivider
{
    /// <summary>
    /// Below it no supply that the divider was made for is there, and the ADC of the ESP32 is dead: a sense wire that is cut or
    /// touches ground reads so, and the two cannot be told apart.
    /// </summary>
    private const long LeastMicrovolts = 150_000;

    private readonly int _topOhm;
    private readonly int _bottomOhm;

    /// <param name="topOhm">Between the supply and the tap.</param>
    /// <param name="bottomOhm">Between the tap and ground.</param>
    public VoltageDivider(int topOhm, int bottomOhm)
    {
        _topOhm = topOhm;
        _bottomOhm = bottomOhm;
    }

    /// <param name="microvolts">At the tap.</param>
    /// <param name="millivolts">Of the supply.</param>
    /// <returns>Ok, WireCut, or NotCalibrated without resistors.</returns>
    public Quality Decode(long microvolts, out long millivolts)
    {
        millivolts = 0;
        if (_topOhm < 0 || _bottomOhm <= 0)
        {
            return Quality.NotCalibrated;
        }

        millivolts = FixedPoint.Divide(microvolts * ((long)_topOhm + _bottomOhm), _bottomOhm * 1000L);
        return microvolts < LeastMicrovolts ? Quality.WireCut : Quality.Ok;
    }
}
