namespace Appliance.Core.Snmp;

/// <summary>What is asked of a UPS, in the order in which <see cref="MibObject.Ups"/> lists it.</summary>
public enum UpsQuantity
{
    /// <summary>1 while the load is fed by the battery, else 0.</summary>
    OnBattery = 0,

    /// <summary>Whole minutes that the battery will last at the present load.</summary>
    MinutesLeft = 1,

    /// <summary>Charge of the battery in whole percent.</summary>
    ChargePercent = 2,

    /// <summary>Voltage of the first input line in tenths of a volt.</summary>
    InputTenthsVolt = 3,
}
