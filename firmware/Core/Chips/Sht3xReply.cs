using Appliance.Core.Metrics;

namespace Appliance.Core.Chips;

/// <summary>The six bytes of a measurement of an SHT3x: temperature word, CRC, humidity word, CRC (datasheet sections 4.3, 4.13).</summary>
public static class Sht3xReply
{
    public const int Length = 2 * SensirionWord.Length;

    /// <summary>Operating range of the chip in hundredths of a degree (datasheet section 2); the words reach beyond it.</summary>
    private const long Coldest = -4000;

    private const long Hottest = 12500;

    /// <param name="hundredthsC">Temperature in hundredths of a degree Celsius.</param>
    /// <param name="hundredthsRh">Relative humidity in hundredths of a percent; the words end at 0 and 100 %.</param>
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
        hundredthsRh = FixedPoint.Divide(10000L * humidity, 65535);
        return hundredthsC < Coldest || hundredthsC > Hottest ? Quality.OutOfRange : Quality.Ok;
    }
}
