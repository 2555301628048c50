namespace VirtualRack.Equipment.Devices;

/// <summary>
/// What a member sends into its port: most at 20:30, with swings of an hour down to a quarter of a minute. A sum of sines,
/// because its integral is known for any moment, whoever asks when or how often.
/// </summary>
internal sealed class PortTraffic
{
    private const double DaySwing = 0.55;
    private const double PeakHour = 20.5;

    private static readonly (double Share, double Seconds)[] Swings = [(0.12, 4000), (0.1, 700), (0.06, 90), (0.04, 16)];

    private readonly (double Share, double Omega, double Phase)[] _waves;

    /// <param name="startHours">Local time of day at which the world began.</param>
    /// <param name="octetsPerSecond">Mean over the day.</param>
    public PortTraffic(Noise noise, double startHours, double octetsPerSecond)
    {
        OctetsPerSecond = octetsPerSecond;
        double day = 2 * Math.PI / 86_400;
        _waves = [(DaySwing, day, day * 3600 * (startHours - PeakHour)), .. Swings.Select(Wave)];

        (double Share, double Omega, double Phase) Wave((double Share, double Seconds) swing, int i) =>
            (swing.Share, 2 * Math.PI / (swing.Seconds * (1 + (0.2 * noise.Signed(i)))), Math.PI * noise.Signed(i + Swings.Length));
    }

    public double OctetsPerSecond { get; }

    /// <returns>Octets since the world began.</returns>
    public double Until(double seconds)
    {
        double sum = seconds;
        foreach (var (share, omega, phase) in _waves)
            sum += share / omega * (Math.Sin((omega * seconds) + phase) - Math.Sin(phase));
        return OctetsPerSecond * sum;
    }
}
