using VirtualRack.World;

namespace SystemTests.Support;

/// <summary>What the keys of the full rack ought to say, from the state of the rack: value and tolerance.</summary>
internal static class RackFigures
{
    public static IReadOnlyDictionary<string, (double Value, double Tolerance)> Of(RackState s)
    {
        double hours = s.AtMicros / 3.6e9;
        var figures = new Dictionary<string, (double Value, double Tolerance)>
        {
            ["delta_k"] = (s.ExhaustCelsius - s.InletCelsius, 0.8),
            ["room_wall_c"] = (s.RoomCelsius, 2),
            ["room_air_hpa"] = (s.Hectopascal, 0.5),
            ["cooler_a"] = (s.AirConditionerAmps, 0.02 * s.AirConditionerAmps),
            ["bus_tap_v"] = (s.BusVolts, 0.1),
            ["rectifier_die_c"] = (s.RoomCelsius + 8, 0.5),
            ["ac_running"] = (1, 0),
            ["ac_h"] = (hours, 0.02),
            ["grid_present"] = (1, 0),
        };

        // No two probes agree, one is calibrated, and some have ten bits only.
        foreach (string probe in new[] { "inlet", "inlet_mid", "inlet_low", "inlet_switch1", "inlet_ups" })
            figures[probe + "_c"] = (s.InletCelsius, 0.5);
        foreach (string probe in new[] { "exhaust", "exhaust_mid", "exhaust_low", "exhaust_switch1" })
            figures[probe + "_c"] = (s.ExhaustCelsius, 0.5);
        foreach (string probe in new[] { "room_door", "room_ceiling", "room_floor" })
            figures[probe + "_c"] = (s.RoomCelsius, 0.5);

        Air(figures, "ambient", s, s.RoomCelsius);
        Air(figures, "exhaust_air", s, s.ExhaustCelsius);
        Air(figures, "room_air", s, s.RoomCelsius);
        Mains(figures, "mains", s);
        Mains(figures, "mains_b", s);
        Rail(figures, "plant", s.PlantVolts, s.PlantAmps, s.WattHours / 4);
        Rail(figures, "battery", s.BusVolts, s.BatteryAmps, s.BusVolts * s.BatteryAmps * hours);
        Rail(figures, "rectifier", s.PlantVolts, s.PlantAmps, s.PlantVolts * s.PlantAmps * hours);
        Rail(figures, "usb", s.UsbVolts, s.UsbAmps, s.UsbVolts * s.UsbAmps * hours);
        for (int fan = 1; fan <= s.FanRpm.Count; fan++)
        {
            figures[$"fan{fan}_rpm"] = (s.FanRpm[fan - 1], 40);
            figures[$"fan{fan}_h"] = (hours, 0.02);
        }

        foreach (string key in new[] { "ups_alarm", "door_open", "rear_door_open", "tamper_open", "leak_wet", "smoke_alarm", "cage_door_open" })
            figures[key] = (0, 0);
        foreach (string contact in new[] { "ac", "grid", "ups", "door", "rear_door", "tamper", "leak", "smoke" })
            figures[contact + "_count"] = (0, 0);
        return figures;
    }

    private static void Air(Dictionary<string, (double Value, double Tolerance)> figures, string name, RackState s, double celsius)
    {
        figures[name + "_c"] = (celsius, 0.2);
        figures[name + "_rh"] = (s.HumidityAt(celsius), 1);
        figures[name + "_dew_c"] = (s.DewPointCelsius, 0.4);

        // Magnus' formula for the vapour pressure in hPa, and the gas law.
        double pressure = 6.112 * Math.Exp(17.62 * s.DewPointCelsius / (243.12 + s.DewPointCelsius));
        figures[name + "_gm3"] = (216.7 * pressure / (273.15 + celsius), 0.3);
    }

    private static void Mains(Dictionary<string, (double Value, double Tolerance)> figures, string name, RackState s)
    {
        figures[name + "_v"] = (s.MainsVolts, 3);
        figures[name + "_a"] = (s.MainsAmps, 0.05);
        figures[name + "_w"] = (s.MainsWatts, 8);
        figures[name + "_wh"] = (s.WattHours, 2);
        figures[name + "_hz"] = (s.MainsHertz, 0.2);
        figures[name + "_pf"] = (s.PowerFactor, 0.01);
    }

    private static void Rail(Dictionary<string, (double Value, double Tolerance)> figures, string name, double volts, double amps, double wattHours)
    {
        figures[name + "_v"] = (volts, 0.1);
        figures[name + "_a"] = (amps, 0.05);
        figures[name + "_w"] = (volts * amps, 2.5);
        figures[name + "_wh"] = (wattHours, 1 + (0.02 * Math.Abs(wattHours)));
    }
}
