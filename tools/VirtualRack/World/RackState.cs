namespace VirtualRack.World;

/// <summary>The rack at one moment; all values belong together.</summary>
public sealed record RackState
{
    /// <summary>Time of the world.</summary>
    public required long AtMicros { get; init; }

    public required double RoomCelsius { get; init; }

    public required double InletCelsius { get; init; }

    public required double ExhaustCelsius { get; init; }

    public required double DewPointCelsius { get; init; }

    /// <summary>RMS; 0 in a blackout.</summary>
    public required double MainsVolts { get; init; }

    /// <summary>0 in a blackout.</summary>
    public required double MainsHertz { get; init; }

    /// <summary>Active power from the mains: servers and charger.</summary>
    public required double MainsWatts { get; init; }

    public required double PowerFactor { get; init; }

    /// <summary>From the mains since the world began.</summary>
    public required double WattHours { get; init; }

    /// <summary>Volts of the battery bus; 0 when the battery is empty.</summary>
    public required double BusVolts { get; init; }

    /// <summary>Air pressure.</summary>
    public required double Hectopascal { get; init; }

    /// <summary>What the air conditioner draws; 0 while it stands.</summary>
    public required double AirConditionerAmps { get; init; }

    /// <summary>What the load draws from the bus.</summary>
    public required double BusAmps { get; init; }

    /// <summary>Into the battery; negative when it feeds the load.</summary>
    public required double BatteryAmps { get; init; }

    /// <summary>0 to 1.</summary>
    public required double BatteryCharge { get; init; }

    /// <summary>Speed of each fan.</summary>
    public required IReadOnlyList<double> FanRpm { get; init; }

    /// <summary>A plant of 48 V beside the bus, of the same make and in the same state.</summary>
    public double PlantVolts => BusVolts * 48 / NominalBusVolts;

    /// <summary>What the plant delivers.</summary>
    public double PlantAmps => BusAmps * NominalBusVolts / 48;

    /// <summary>Five volts for what is fed by USB, made from the bus.</summary>
    public double UsbVolts => BusVolts > 0 ? 5.08 : 0;

    public double UsbAmps => BusVolts > 0 ? 1.21 : 0;

    /// <summary>Nominal voltage of the bus.</summary>
    public required double NominalBusVolts { get; init; }

    /// <summary>RMS amperes from the mains.</summary>
    public double MainsAmps => MainsVolts > 0 ? MainsWatts / (MainsVolts * PowerFactor) : 0;

    /// <summary>Relative humidity in percent where the air has that temperature.</summary>
    public double HumidityAt(double celsius) => Vapour.RelativeHumidity(DewPointCelsius, celsius);
}
