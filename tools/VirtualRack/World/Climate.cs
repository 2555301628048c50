namespace VirtualRack.World;

/// <summary>Air pressure, and the machine that cools the room, as functions of time alone.</summary>
internal sealed class Climate(RackSettings settings)
{
    private readonly Noise _pressure = new(settings.Seed, (int)Channel.Pressure);
    private readonly Noise _cooler = new(settings.Seed, (int)Channel.AirConditioner);

    /// <summary>That of the altitude (barometric formula of the standard atmosphere), ±6 hPa of weather.</summary>
    public double Hectopascal(long micros) =>
        (1013.25 * Math.Pow(1 - (2.25577e-5 * settings.Altitude), 5.25588)) + (6 * _pressure.Smooth(micros / 2.16e10));

    /// <summary>RMS amperes while it runs, ±5 % with its load.</summary>
    public double CoolerAmps(long micros) => settings.AirConditionerAmps * (1 + (0.05 * _cooler.Smooth(micros / 1.2e8)));
}
