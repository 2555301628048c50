namespace Appliance.Core.Snmp;

/// <summary>How the units of <see cref="EntityUnit"/> stand in keys, and with how many decimals.</summary>
public static class EntityUnitName
{
    /// <returns>Suffix of the key: <c>c</c>.</returns>
    public static string Of(EntityUnit unit)
    {
        switch (unit)
        {
            case EntityUnit.Volt:
                return "v";
            case EntityUnit.Ampere:
                return "a";
            case EntityUnit.Watt:
                return "w";
            case EntityUnit.Hertz:
                return "hz";
            case EntityUnit.RelativeHumidity:
                return "rh";
            case EntityUnit.TurnsPerMinute:
                return "rpm";
            default:
                return "c";
        }
    }

    /// <returns>The unit for people: <c>°C</c>.</returns>
    public static string Sign(EntityUnit unit)
    {
        switch (unit)
        {
            case EntityUnit.Volt:
                return "V";
            case EntityUnit.Ampere:
                return "A";
            case EntityUnit.Watt:
                return "W";
            case EntityUnit.Hertz:
                return "Hz";
            case EntityUnit.RelativeHumidity:
                return "%";
            case EntityUnit.TurnsPerMinute:
                return "rpm";
            default:
                return "°C";
        }
    }

    /// <returns>Decimal places of the fixed point.</returns>
    public static int Decimals(EntityUnit unit)
    {
        switch (unit)
        {
            case EntityUnit.Volt:
            case EntityUnit.Ampere:
                return 3;
            case EntityUnit.Watt:
                return 1;
            case EntityUnit.TurnsPerMinute:
                return 0;
            default:
                return 2;
        }
    }

    /// <returns>True if the name is one of a unit.</returns>
    public static bool TryParse(string name, out EntityUnit unit)
    {
        for (unit = EntityUnit.Volt; unit <= EntityUnit.TurnsPerMinute; unit++)
        {
            if (Of(unit) == name)
            {
                return true;
            }
        }

        unit = EntityUnit.Celsius;
        return false;
    }
}
