namespace Ixp.Soak;

/// <summary>What befalls a site, by chance: calm hours, and then something that takes minutes or hours. The same for the same seed.</summary>
internal sealed class SoakPlan(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>What comes next.</summary>
    public SoakEvent Next() => (SoakEvent)_random.Next(Enum.GetValues<SoakEvent>().Length);

    /// <returns>Hours without trouble.</returns>
    public TimeSpan Calm() => Between(TimeSpan.FromMinutes(5), TimeSpan.FromHours(6));

    /// <returns>How long something is away: minutes mostly, hours at times, seldom days.</returns>
    public TimeSpan Outage() => _random.Next(40) switch
    {
        0 => Between(TimeSpan.FromDays(2), TimeSpan.FromDays(7)),
        1 => Between(TimeSpan.FromHours(12), TimeSpan.FromHours(36)),
        < 11 => Between(TimeSpan.FromHours(1), TimeSpan.FromHours(8)),
        _ => Between(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
    };

    /// <returns>How long the power or the network is gone in between.</returns>
    public TimeSpan Moment() => Between(TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));

    /// <returns>By how much a clock jumps, ahead or back.</returns>
    public TimeSpan Jump() => (OneIn(2) ? 1 : -1) * Between(TimeSpan.FromSeconds(3), TimeSpan.FromDays(400));

    public int Below(int limit) => _random.Next(limit);

    public bool OneIn(int odds) => _random.Next(odds) == 0;

    private TimeSpan Between(TimeSpan least, TimeSpan most) => least + (_random.NextDouble() * (most - least));
}
