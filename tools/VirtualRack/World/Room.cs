namespace VirtualRack.World;

/// <summary>The air that comes to the rack, second by second.</summary>
internal sealed class Room(RackSettings settings)
{
    /// <summary>How much warmer the room gets when its cooling fails.</summary>
    private const double HotKelvin = 18;

    private const double HumidKelvin = 11;
    private const double LagSeconds = 30;

    private readonly Noise _weather = new(settings.Seed, (int)Channel.Room);
    private readonly Noise _moisture = new(settings.Seed, (int)Channel.DewPoint);
    private double _excess;
    private double _damp;

    public double Celsius { get; private set; }

    /// <summary>Dew point, the same inside the rack: servers heat but do not dry the air.</summary>
    public double DewPoint { get; private set; }

    public void Step(double seconds, bool hot, bool humid)
    {
        double hours = settings.StartsAt.TotalHours + (seconds / 3600);
        double day = Math.Cos(2 * Math.PI * (hours - 15) / 24);
        _excess += ((hot ? HotKelvin : 0) - _excess) / LagSeconds;
        _damp += ((humid ? HumidKelvin : 0) - _damp) / LagSeconds;
        Celsius = settings.RoomCelsius + (settings.RoomSwing * day) + (0.6 * _weather.Smooth(seconds / 2400)) + _excess;
        DewPoint = Math.Min(Celsius, settings.DewPointCelsius + (1.2 * _moisture.Smooth(seconds / 5400)) + _damp);
    }
}
