namespace VirtualRack.World;

/// <summary>The rack and the place it stands in. The defaults are a small exchange in a cooled room.</summary>
public sealed record RackSettings
{
    /// <summary>Same seed, same weather, same noise, same outages.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Local time of day when the world begins.</summary>
    public TimeSpan StartsAt { get; init; } = TimeSpan.FromHours(9);

    /// <summary>Mean room temperature over the day, °C.</summary>
    public double RoomCelsius { get; init; } = 22;

    /// <summary>How far the room goes from its mean at 15:00 and 03:00, K.</summary>
    public double RoomSwing { get; init; } = 2.5;

    /// <summary>Dew point of the room air, °C.</summary>
    public double DewPointCelsius { get; init; } = 9;

    /// <summary>Mean load on the mains alone: servers, W.</summary>
    public double AcLoadWatts { get; init; } = 310;

    /// <summary>Mean load on the battery bus: switches, router, fans, W.</summary>
    public double DcLoadWatts { get; init; } = 90;

    /// <summary>Nominal voltage of the battery: 12, 24 or 48.</summary>
    public int BatteryVolts { get; init; } = 12;

    public double BatteryAmpHours { get; init; } = 100;

    /// <summary>Height above the sea, m.</summary>
    public double Altitude { get; init; } = 1200;

    /// <summary>What the air conditioner draws while it runs, A.</summary>
    public double AirConditionerAmps { get; init; } = 4.6;

    public double MainsVolts { get; init; } = 230;

    public double MainsHertz { get; init; } = 50;

    public int Fans { get; init; } = 2;

    /// <summary>Speed of a fan at full power, rpm.</summary>
    public double FanRpm { get; init; } = 3000;

    /// <summary>Air through the rack with all fans at full speed, m³/s.</summary>
    public double Airflow { get; init; } = 0.12;

    /// <summary>Blackouts a month, by nature; 10.7 of 6.6 h are usual south of the Sahara.</summary>
    public double OutagesPerMonth { get; init; }

    public double OutageHours { get; init; } = 6.6;

    /// <summary>Voltage dips a day, of at most three seconds.</summary>
    public double SagsPerDay { get; init; } = 12;

    /// <summary>How often a month somebody opens the rack, by nature.</summary>
    public double VisitsPerMonth { get; init; }

    public double VisitMinutes { get; init; } = 20;
}
