using Appliance.Core.Metrics;

namespace Appliance.Core.Snmp;

/// <summary>An object of a UPS and how its value becomes a quantity.</summary>
public sealed class UpsObject
{
    private readonly int _multiplier;
    private readonly int _divisor;
    private readonly int _batteryState;

    private UpsObject(UpsQuantity quantity, string name, string dotted, int multiplier, int divisor, int batteryState)
    {
        Quantity = quantity;
        Name = name;
        Identifier = new ObjectIdentifier(dotted);
        _multiplier = multiplier;
        _divisor = divisor;
        _batteryState = batteryState;
    }

    public UpsQuantity Quantity { get; }

    /// <summary>As its MIB calls it.</summary>
    public string Name { get; }

    public ObjectIdentifier Identifier { get; }

    /// <summary>Reads the quantity out of a response that was <see cref="SnmpOutcome.Answered"/>.</summary>
    /// <param name="index">Place of the object in the request.</param>
    /// <param name="value">In the unit of the quantity, if it is Ok.</param>
    /// <returns>
    /// NotPresent if the UPS has no such object, or tells a number below zero for what it cannot measure; OutOfRange for what is no
    /// number, or none that a UPS can mean; Timeout if nothing came for it.
    /// </returns>
    public Quality Decode(SnmpResponse response, int index, out long value)
    {
        value = 0;
        int type = response.Type(index);
        if (type == BerTag.None)
        {
            return Quality.Timeout;
        }

        if (type == BerTag.NoSuchObject || type == BerTag.NoSuchInstance)
        {
            return Quality.NotPresent;
        }

        if (!response.TryNumber(index, out long number) || number > uint.MaxValue)
        {
            return Quality.OutOfRange;
        }

        if (number < 0)
        {
            return Quality.NotPresent;
        }

        value = _batteryState > 0 ? (number == _batteryState ? 1 : 0) : number * _multiplier / _divisor;
        return Quality.Ok;
    }

    /// <param name="batteryState">The number that means that the battery feeds the load.</param>
    internal static UpsObject Source(string name, string dotted, int batteryState) =>
        new UpsObject(UpsQuantity.OnBattery, name, dotted, 1, 1, batteryState);

    internal static UpsObject Scaled(UpsQuantity quantity, string name, string dotted, int multiplier, int divisor) =>
        new UpsObject(quantity, name, dotted, multiplier, divisor, 0);
}
