using Appliance.Core.Chips;
using Appliance.Core.Metrics;

namespace Appliance.Core.Snmp;

/// <summary>What one sensor of ENTITY-SENSOR-MIB (RFC 3433) tells, in the unit that is expected of it.</summary>
public sealed class EntityReading : SnmpItem
{
    /// <summary>The sensor tells this for what is beyond its numbers, and no fixed point needs more.</summary>
    private const long Beyond = 1_000_000_000;

    private readonly uint _index;
    private readonly EntityUnit _unit;

    /// <param name="index">entPhysicalIndex of the sensor.</param>
    public EntityReading(uint index, EntityUnit unit)
    {
        _index = index;
        _unit = unit;
        Quality = Quality.Pending;
    }

    /// <summary>
    /// NotPresent if the agent has no such sensor or it is unavailable; Fault if it is broken; OutOfRange if it measures something
    /// else, or beyond its numbers; Timeout if no answer came; Pending before the first.
    /// </summary>
    public Quality Quality { get; private set; }

    /// <summary>Fixed point of the unit (<see cref="EntityUnitName.Decimals"/>), of less than ten digits; 0 unless it is Ok.</summary>
    public long Value { get; private set; }

    public override int Objects => MibObject.Sensor.Length;

    public override bool Ask(SnmpRequest request) => request.Add(MibObject.Sensor, _index);

    public override bool Take(SnmpResponse response, int first, uint upTimeTicks, long nowMs)
    {
        Quality = Decode(response, first, out long value);
        Value = value;
        Time = nowMs;
        return false;
    }

    public override void Miss(Quality why, long nowMs)
    {
        Quality = why;
        Value = 0;
        Time = nowMs;
    }

    private Quality Decode(SnmpResponse response, int first, out long value)
    {
        const int VoltAc = 3;
        const int Ok = 1;
        const int Unavailable = 2;
        const int Nonoperational = 3;
        value = 0;
        long type = 0;
        long scale = 0;
        long precision = 0;
        long reading = 0;
        long status = 0;
        Quality quality = response.Number(first, out type);
        quality = quality == Quality.Ok ? response.Number(first + 1, out scale) : quality;
        quality = quality == Quality.Ok ? response.Number(first + 2, out precision) : quality;
        quality = quality == Quality.Ok ? response.Number(first + 3, out reading) : quality;
        quality = quality == Quality.Ok ? response.Number(first + 4, out status) : quality;
        if (quality != Quality.Ok)
        {
            return quality;
        }

        if ((type != (int)_unit && (type != VoltAc || _unit != EntityUnit.Volt)) || status < Ok || status > Nonoperational)
        {
            return Quality.OutOfRange;
        }

        if (status != Ok)
        {
            return status == Unavailable ? Quality.NotPresent : Quality.Fault;
        }

        if (scale < 1 || scale > 17 || precision < -8 || precision > 9 || reading <= -Beyond || reading >= Beyond)
        {
            return Quality.OutOfRange;
        }

        // Below zero the precision tells how many digits are accurate, and there are no decimals.
        int exponent = (3 * ((int)scale - 9)) - (precision > 0 ? (int)precision : 0) + EntityUnitName.Decimals(_unit);
        long divisor = 1;
        for (; exponent < 0 && divisor <= Beyond; exponent++)
        {
            divisor *= 10;
        }

        reading = FixedPoint.Divide(reading, divisor);
        for (; exponent > 0 && reading > -Beyond && reading < Beyond; exponent--)
        {
            reading *= 10;
        }

        if (reading <= -Beyond || reading >= Beyond)
        {
            return Quality.OutOfRange;
        }

        value = reading;
        return Quality.Ok;
    }
}
