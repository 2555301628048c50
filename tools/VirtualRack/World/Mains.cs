namespace VirtualRack.World;

/// <summary>The mains voltage as a function of time alone.</summary>
internal sealed class Mains(RackSettings settings)
{
    private const long SagSlotMicros = 600_000_000;

    private readonly Noise _drift = new(settings.Seed, (int)Channel.MainsDrift);
    private readonly Noise _ripple = new(settings.Seed, (int)Channel.MainsRipple);
    private readonly Noise _frequency = new(settings.Seed, (int)Channel.Frequency);
    private readonly Noise _sags = new(settings.Seed, (int)Channel.Sags);

    /// <summary>RMS volts: ±2.5 % over an hour, ±0.3 % from one 200 ms to the next, and sags.</summary>
    public double Volts(long micros)
    {
        double swing = (0.025 * _drift.Smooth(micros / 3.6e9)) + (0.003 * _ripple.Signed(micros / 200_000));
        return settings.MainsVolts * (1 + swing) * (1 - Sag(micros));
    }

    public double Hertz(long micros) => settings.MainsHertz + (0.05 * _frequency.Smooth(micros / 20e6));

    /// <returns>The share of the voltage that is missing: 0, or 0.1 to 0.4 in a sag of 0.2 to 3 s.</returns>
    private double Sag(long micros)
    {
        long slot = micros / SagSlotMicros;
        if (_sags.Unit(4 * slot) >= settings.SagsPerDay / 144)
            return 0;

        long begins = (slot * SagSlotMicros) + (long)(_sags.Unit((4 * slot) + 1) * (SagSlotMicros - 3_000_000));
        long lasts = 200_000 + (long)(_sags.Unit((4 * slot) + 2) * 2_800_000);
        return micros >= begins && micros < begins + lasts ? 0.1 + (0.3 * _sags.Unit((4 * slot) + 3)) : 0;
    }
}
