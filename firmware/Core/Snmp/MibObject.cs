namespace Appliance.Core.Snmp;

/// <summary>Names of what is asked of agents. They are made when they are first asked for, so that a site without SNMP has none.</summary>
public static class MibObject
{
    private static ObjectIdentifier _upTime;
    private static ObjectIdentifier _portName;
    private static ObjectIdentifier _portErrors;
    private static ObjectIdentifier[] _port;
    private static ObjectIdentifier[] _sensor;
    private static ObjectIdentifier[] _ups;

    /// <summary>sysUpTime.0 (SNMPv2-MIB, RFC 3418): hundredths of a second, 32 bits.</summary>
    public static ObjectIdentifier UpTime => _upTime ??= new ObjectIdentifier("1.3.6.1.2.1.1.3.0");

    /// <summary>ifName (IF-MIB, RFC 2863), a column.</summary>
    public static ObjectIdentifier PortName => _portName ??= new ObjectIdentifier("1.3.6.1.2.1.31.1.1.1.1");

    /// <summary>ifInErrors (IF-MIB, RFC 2863), a column: Counter32.</summary>
    public static ObjectIdentifier PortErrors => _portErrors ??= new ObjectIdentifier("1.3.6.1.2.1.2.2.1.14");

    /// <summary>
    /// Columns of IF-MIB (RFC 2863): ifOperStatus, ifHCInOctets, ifHCOutOctets, ifCounterDiscontinuityTime, ifHighSpeed in Mb/s.
    /// </summary>
    public static ObjectIdentifier[] Port => _port ??= List(
        "1.3.6.1.2.1.2.2.1.8 1.3.6.1.2.1.31.1.1.1.6 1.3.6.1.2.1.31.1.1.1.10 1.3.6.1.2.1.31.1.1.1.19 1.3.6.1.2.1.31.1.1.1.15");

    /// <summary>Columns of ENTITY-SENSOR-MIB (RFC 3433): entPhySensorType, Scale, Precision, Value and OperStatus.</summary>
    public static ObjectIdentifier[] Sensor => _sensor ??= List(
        "1.3.6.1.2.1.99.1.1.1.1 1.3.6.1.2.1.99.1.1.1.2 1.3.6.1.2.1.99.1.1.1.3 1.3.6.1.2.1.99.1.1.1.4 1.3.6.1.2.1.99.1.1.1.5");

    /// <summary>
    /// One object a <see cref="UpsQuantity"/>, in its order, first where most makers' cards keep it (UPS-MIB, RFC 1628):
    /// upsOutputSource, upsEstimatedMinutesRemaining, upsEstimatedChargeRemaining, upsInputVoltage of the first line; then where
    /// APC's do (PowerNet-MIB): upsBasicOutputStatus, upsAdvBatteryRunTimeRemaining, upsAdvBatteryCapacity, upsAdvInputLineVoltage.
    /// </summary>
    public static ObjectIdentifier[] Ups => _ups ??= List(
        "1.3.6.1.2.1.33.1.4.1.0 1.3.6.1.2.1.33.1.2.3.0 1.3.6.1.2.1.33.1.2.4.0 1.3.6.1.2.1.33.1.3.3.1.3.1 "
        + "1.3.6.1.4.1.318.1.1.1.4.1.1.0 1.3.6.1.4.1.318.1.1.1.2.2.3.0 1.3.6.1.4.1.318.1.1.1.2.2.1.0 1.3.6.1.4.1.318.1.1.1.3.2.1.0");

    private static ObjectIdentifier[] List(string dotted)
    {
        string[] names = dotted.Split(' ');
        ObjectIdentifier[] list = new ObjectIdentifier[names.Length];
        for (int i = 0; i < list.Length; i++)
        {
            list[i] = new ObjectIdentifier(names[i]);
        }

        return list;
    }
}
