using Appliance.Core.Metrics;

namespace Appliance.Core.Snmp;

/// <summary>
/// What a UPS tells. Both MIBs are asked at once (<see cref="MibObject.Ups"/>), and for each quantity the standard one counts, or
/// PowerNet's if it has nothing.
/// </summary>
public sealed class UpsReading : SnmpItem
{
    private const int Quantities = 4;

    /// <summary>A value, or the quality that says why there is none, below zero.</summary>
    private readonly int[] _values = new int[Quantities];

    public UpsReading()
    {
        Fill(Quality.Pending);
    }

    public override int Objects => 2 * Quantities;

    public override bool Ask(SnmpRequest request)
    {
        int count = request.Count;
        for (int i = 0; i < Objects; i++)
        {
            if (!request.Add(MibObject.Ups[i]))
            {
                request.Truncate(count);
                return false;
            }
        }

        return true;
    }

    public override bool Take(SnmpResponse response, int first, uint upTimeTicks, long nowMs)
    {
        Time = nowMs;
        for (int i = 0; i < Quantities; i++)
        {
            int standard = Decode(response, first + i, (UpsQuantity)i, false);
            int powerNet = Decode(response, first + Quantities + i, (UpsQuantity)i, true);
            bool hasStandard = standard >= 0 || (powerNet < 0 && standard != -(int)Quality.NotPresent);
            _values[i] = hasStandard ? standard : powerNet;
        }

        return false;
    }

    public override void Miss(Quality why, long nowMs)
    {
        Time = nowMs;
        Fill(why);
    }

    /// <returns>
    /// NotPresent if the UPS has no such object, or tells a number below zero for what it cannot measure; OutOfRange for what is no
    /// number, or none that a UPS can mean; Timeout if nothing came for it; Pending before the first answer.
    /// </returns>
    public Quality QualityOf(UpsQuantity quantity) => _values[(int)quantity] < 0 ? (Quality)(-_values[(int)quantity]) : Quality.Ok;

    /// <returns>In the unit of the quantity; 0 unless it is Ok.</returns>
    public long Value(UpsQuantity quantity) => _values[(int)quantity] < 0 ? 0 : _values[(int)quantity];

    private static int Decode(SnmpResponse response, int index, UpsQuantity quantity, bool isPowerNet)
    {
        const int StandardBattery = 5;
        const int PowerNetBattery = 3;
        const int TicksPerMinute = 6000;
        Quality quality = response.Number(index, out long number);
        if (quality == Quality.Ok && number < 0)
        {
            quality = Quality.NotPresent;
        }

        if (quality == Quality.Ok && number <= uint.MaxValue)
        {
            long value = quantity == UpsQuantity.OnBattery ? (number == (isPowerNet ? PowerNetBattery : StandardBattery) ? 1 : 0)
                : quantity == UpsQuantity.InputTenthsVolt ? number * 10
                : quantity == UpsQuantity.MinutesLeft && isPowerNet ? number / TicksPerMinute : number;
            if (value <= int.MaxValue)
            {
                return (int)value;
            }
        }

        return -(int)(quality == Quality.Ok ? Quality.OutOfRange : quality);
    }

    private void Fill(Quality quality)
    {
        for (int i = 0; i < Quantities; i++)
        {
            _values[i] = -(int)quality;
        }
    }
}
