using Appliance.Core.Metrics;

namespace Appliance.Core.Chips;

/// <summary>Words of the ADS1115: how its configuration is put together, and what a conversion means (SBAS444 section 8.6).</summary>
public static class Ads1115Reading
{
    /// <summary>Bit OS: written, it starts a conversion; read, it tells that none is under way.</summary>
    public const int Idle = 0x8000;

    /// <summary>Bit MODE: one conversion and then rest.</summary>
    public const int SingleShot = 0x0100;

    /// <summary>128 conversions a second.</summary>
    public const int Steady = 4 << 5;

    /// <summary>860 conversions a second, the most.</summary>
    public const int Fast = 7 << 5;

    private const int GroundedInputs = 4 << 12;
    private const int ComparatorOff = 3;

    /// <param name="channel">0 to 3, measured against ground.</param>
    /// <param name="gain">Code of the range, see <see cref="TryGain"/>.</param>
    /// <param name="rate"><see cref="Steady"/> or <see cref="Fast"/>.</param>
    /// <returns>A word for the configuration register: continuous, unless <see cref="SingleShot"/> is added.</returns>
    public static int Configuration(int channel, int gain, int rate) =>
        GroundedInputs | ((channel & 3) << 12) | ((gain & 7) << 9) | rate | ComparatorOff;

    /// <param name="fullScaleMillivolts">6144, 4096, 2048, 1024, 512 or 256.</param>
    /// <returns>False if the chip has no such range.</returns>
    public static bool TryGain(int fullScaleMillivolts, out int gain)
    {
        gain = 0;
        if (fullScaleMillivolts == 6144)
        {
            return true;
        }

        for (int range = 4096; range >= 256; range /= 2)
        {
            gain++;
            if (range == fullScaleMillivolts)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="word">Conversion register, as read: two's complement.</param>
    /// <param name="fullScaleMillivolts">The range it was taken in.</param>
    /// <param name="microvolts">The voltage; at an end of the range, that end.</param>
    public static Quality Decode(int word, int fullScaleMillivolts, out long microvolts)
    {
        int counts = (short)word;
        microvolts = FixedPoint.Divide(counts * fullScaleMillivolts * 1000L, 1 << 15);
        return counts == short.MaxValue || counts == short.MinValue ? Quality.OutOfRange : Quality.Ok;
    }
}
