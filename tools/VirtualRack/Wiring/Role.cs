using VirtualRack.World;

namespace VirtualRack.Wiring;

/// <summary>Which quantity of the rack a sensor sees, read from its role or its name: "top-inlet", "fan2".</summary>
internal static class Role
{
    /// <summary>Temperature. A sensor that does not tell hangs in the inlet air.</summary>
    public static (string Sees, Func<RackState, double> Celsius) Air(WiredSensor sensor)
    {
        if (Has(sensor, "exhaust", "outlet"))
            return ("exhaust air", s => s.ExhaustCelsius);
        if (Has(sensor, "room", "ambient"))
            return ("room air", s => s.RoomCelsius);
        return ("inlet air", s => s.InletCelsius);
    }

    /// <summary>A rail of direct current. A sensor that does not tell sits in the wire of the battery.</summary>
    public static (string Sees, Func<RackState, double> Volts, Func<RackState, double> Amps) DirectCurrent(WiredSensor sensor)
    {
        if (Has(sensor, "plant", "rectifier"))
            return ("plant of 48 V", s => s.PlantVolts, s => s.PlantAmps);
        if (Has(sensor, "usb"))
            return ("supply of 5 V", s => s.UsbVolts, s => s.UsbAmps);
        return Has(sensor, "bus", "rail", "load", "dc")
            ? ("load of the battery bus", s => s.BusVolts, s => s.BusAmps)
            : ("battery, charging positive", s => s.BusVolts, s => s.BatteryAmps);
    }

    /// <summary>Alternating current. A clamp that does not tell is around the wire of the air conditioner.</summary>
    public static (string Sees, Func<RackState, double> Amps) AlternatingCurrent(WiredSensor sensor) =>
        Has(sensor, "mains", "feed") ? ("mains", s => s.MainsAmps) : ("air conditioner", s => s.AirConditionerAmps);

    /// <returns>Counts from 1: the number at the end of role or name, 1 without one.</returns>
    /// <exception cref="WiringException">The number is none a fan can have.</exception>
    public static int FanNumber(WiredSensor sensor)
    {
        string text = TextOf(sensor);
        string digits = text[text.AsSpan().TrimEnd("0123456789").Length..];
        if (digits.Length == 0)
            return 1;
        if (!int.TryParse(digits, out int number) || number is < 1 or > 16)
            throw new WiringException($"{sensor.Name}: there is no fan {digits}; call them fan1 to fan16.");
        return number;
    }

    /// <returns>The condition that a contact reports: door, mains, or one of the contact's own name.</returns>
    public static Condition Watched(Rack rack, WiredSensor sensor)
    {
        if (Has(sensor, "door"))
            return rack.DoorOpen;
        if (Has(sensor, "ac", "cooler", "cooling"))
            return rack.CoolingOff;
        return Has(sensor, "mains", "grid") ? rack.MainsFailed : rack.Condition(TextOf(sensor));
    }

    private static string TextOf(WiredSensor sensor) => sensor.Role ?? sensor.Name;

    private static bool Has(WiredSensor sensor, params ReadOnlySpan<string> words) => Words.Has(TextOf(sensor), words);
}
