namespace Appliance.Core.Snmp;

/// <summary>Where a UPS keeps what is asked of it. Each list has one object a <see cref="UpsQuantity"/>, in its order.</summary>
public static class UpsMib
{
    private const string StandardRoot = "1.3.6.1.2.1.33.1";
    private const string PowerNetRoot = "1.3.6.1.4.1.318.1.1.1";
    private const int TimeTicksPerMinute = 6000;

    /// <summary>UPS-MIB (RFC 1628), which most makers' cards speak: minutes, percent, volts.</summary>
    public static UpsObject[] Standard() => new[]
    {
        UpsObject.Source("upsOutputSource", StandardRoot + ".4.1.0", 5),
        UpsObject.Scaled(UpsQuantity.MinutesLeft, "upsEstimatedMinutesRemaining", StandardRoot + ".2.3.0", 1, 1),
        UpsObject.Scaled(UpsQuantity.ChargePercent, "upsEstimatedChargeRemaining", StandardRoot + ".2.4.0", 1, 1),
        UpsObject.Scaled(UpsQuantity.InputTenthsVolt, "upsInputVoltage", StandardRoot + ".3.3.1.3.1", 10, 1),
    };

    /// <summary>PowerNet-MIB of APC, for cards without the standard one: time in hundredths of a second.</summary>
    public static UpsObject[] PowerNet() => new[]
    {
        UpsObject.Source("upsBasicOutputStatus", PowerNetRoot + ".4.1.1.0", 3),
        UpsObject.Scaled(UpsQuantity.MinutesLeft, "upsAdvBatteryRunTimeRemaining", PowerNetRoot + ".2.2.3.0", 1, TimeTicksPerMinute),
        UpsObject.Scaled(UpsQuantity.ChargePercent, "upsAdvBatteryCapacity", PowerNetRoot + ".2.2.1.0", 1, 1),
        UpsObject.Scaled(UpsQuantity.InputTenthsVolt, "upsAdvInputLineVoltage", PowerNetRoot + ".3.2.1.0", 10, 1),
    };

    /// <summary>The names of a list, as a request wants them.</summary>
    public static ObjectIdentifier[] Identifiers(UpsObject[] objects)
    {
        ObjectIdentifier[] identifiers = new ObjectIdentifier[objects.Length];
        for (int i = 0; i < objects.Length; i++)
        {
            identifiers[i] = objects[i].Identifier;
        }

        return identifiers;
    }
}
