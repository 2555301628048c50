using Appliance.Core.Metrics;

namespace Appliance.Core.Chips;

/// <summary>The six bytes that an SHT4x answers: temperature word, CRC, humidity word, CRC (datasheet section 4).</summary>
public static class Sht4xReply
{
    public const int Length = 2 * SensirionWord.Length;

    /// <summary>Operating range of the chip in hundredths of a degree (datasheet section 2); the words reach beyond it.</summary>
    private const long Coldest = -4000;

    private const long Hottest = 12500;

    /// <param name="hundredthsC">Temperature in hundredths of a degree Celsius.</param>
    /// <param name="hundredthsRh">Relative humidity in hundredths of a percent, held to 0 to 100 % as the datasheet asks.</param>
    public static Quality Decode(byte[] reply, out long hundredthsC, out long hundredthsRh)
    {
        hundredthsC = 0;
        hundredthsRh = 0;
        if (!SensirionWord.TryRead(reply, 0, out int temperature)
            || !SensirionWord.TryRead(reply, SensirionWord.Length, out int humidity))
        {
            return Quality.Checksum;
        }

        hundredthsC = -4500 + FixedPoint.Divide(17500L * temperature, 65535);
        hundredthsRh = -600 + FixedPoint.Divide(12500L * humidity, 65535);
        if (hundredthsRh < 0)
        {
            hundredthsRh = 0;
        }
        else if (hundredthsRh > 10000)
        {
            hundredthsRh = 10000;
        }

        return hundredthsC < Coldest || hundredthsC > Hottest ? Quality.OutOfRange : Quality.Ok;
    }
}
