using Appliance.Core.Electrical;
using Appliance.Core.Metrics;
using nanoFramework.Hardware.Esp32;

namespace Appliance.Drivers.Analogue;

/// <summary>
/// A voltage that a sensor measures, whatever converts it: the ADC of the board or a channel of a chip on I2C. One sensor owns
/// an input. A conversion that takes time is started by one call and collected by a later one.
/// </summary>
public abstract class AnalogueInput
{
    /// <summary>Two samples further apart than this share of a cycle leave its shape unknown.</summary>
    private const int LargestGap = 8;

    /// <summary>While an answer is pending: the uptime at which to ask again.</summary>
    public long Due { get; protected set; }

    /// <summary>Measures once.</summary>
    /// <param name="microvolts">The voltage. Out of range it is, as far as it is known, that of the end which was reached.</param>
    /// <returns>
    /// Pending until the conversion is done; then Ok, OutOfRange for a voltage at an end of the range, or why there is none.
    /// </returns>
    public abstract Quality Read(long now, out long microvolts);

    /// <summary>Measures for one whole mains cycle, as fast as it can. This holds the interpreter for as long.</summary>
    /// <param name="cycleMicros">Length of a mains cycle: 20000 or 16667.</param>
    /// <param name="meter">Gets the cycle as a burst if all is Ok, and else nothing.</param>
    /// <returns>
    /// Pending while it is another's turn; then Ok, OutOfRange if a sample was at an end of the range, Stale if something came
    /// between so that the cycle is not whole, or why there is none.
    /// </returns>
    public abstract Quality ReadCycle(long now, int cycleMicros, RmsMeter meter);

    /// <summary>The voltage of this moment.</summary>
    /// <returns>Ok, OutOfRange, or why there is none.</returns>
    protected abstract Quality Sample(out long microvolts);

    /// <summary>Gives the meter the samples of one cycle; the caller ends the burst or drops it.</summary>
    protected Quality SampleCycle(int cycleMicros, RmsMeter meter)
    {
        meter.DropBurst();
        long began = (long)HighResTimer.GetCurrent();
        long last = began;
        bool isWhole = true;
        while (last - began < cycleMicros)
        {
            Quality quality = Sample(out long microvolts);
            if (quality != Quality.Ok)
            {
                return quality;
            }

            meter.Add(microvolts);
            long at = (long)HighResTimer.GetCurrent();
            isWhole &= at - last <= cycleMicros / LargestGap;
            last = at;
        }

        return isWhole ? Quality.Ok : Quality.Stale;
    }
}
