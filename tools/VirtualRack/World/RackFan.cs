namespace VirtualRack.World;

/// <summary>One fan with its controller: faster with warm exhaust air, coasting to a halt without power.</summary>
public sealed class RackFan
{
    private const double LagSeconds = 4;
    private const double IdleShare = 0.35;
    private const double IdleCelsius = 25;
    private const double FullCelsius = 45;

    private readonly Rack _rack;
    private readonly double _fullRpm;
    private double _revolutions;

    internal RackFan(Rack rack, int number, RackSettings settings)
    {
        _rack = rack;
        Number = number;
        double tolerance = 0.03 * new Noise(settings.Seed, (int)Channel.Fans).Signed(number);
        _fullRpm = settings.FanRpm * (1 + tolerance);
        Stopped = rack.Condition($"fan{number}-stopped");
    }

    /// <summary>Counts from 1.</summary>
    public int Number { get; }

    /// <summary>The rotor is blocked or the bearing gone.</summary>
    public Condition Stopped { get; }

    /// <summary>Present speed, for those inside the world's step.</summary>
    internal double Rpm { get; private set; }

    /// <returns>Turns made until a time of the world in microseconds; never falls.</returns>
    public double RevolutionsAt(long micros) => _rack.At(micros, into => _revolutions + (Rpm / 60 * into));

    internal void Step(double exhaustCelsius, bool powered)
    {
        _revolutions += Rpm / 60;
        double demand = Math.Clamp((exhaustCelsius - IdleCelsius) / (FullCelsius - IdleCelsius), 0, 1);
        double target = powered && !Stopped.IsOn ? _fullRpm * (IdleShare + ((1 - IdleShare) * demand)) : 0;
        Rpm += (target - Rpm) / LagSeconds;
        if (target == 0 && Rpm < 60)
            Rpm = 0;
    }
}
