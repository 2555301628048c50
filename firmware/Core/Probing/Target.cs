namespace Appliance.Core.Probing;

/// <summary>Something on the network that must answer: how it is checked, and what the checks have told.</summary>
public sealed class Target
{
    /// <summary>Failed checks in a row after which a target counts as down.</summary>
    public const int Attempts = 3;

    private int _failures;

    /// <param name="kind"><c>icmp</c> or <c>tcp</c>.</param>
    /// <param name="host">IPv4 address.</param>
    /// <param name="port">TCP port; 0 for kinds without one.</param>
    public Target(string name, string kind, string host, int port, int periodSeconds, int timeoutMs)
    {
        Name = name;
        Kind = kind;
        Host = host;
        Port = port;
        PeriodSeconds = periodSeconds;
        TimeoutMs = timeoutMs;
    }

    public string Name { get; }

    public string Kind { get; }

    public string Host { get; }

    public int Port { get; }

    public int PeriodSeconds { get; }

    public int TimeoutMs { get; }

    /// <summary>Uptime in milliseconds of the next check.</summary>
    public long Due { get; set; }

    public RoundTripStatistics Statistics { get; } = new RoundTripStatistics();

    public TargetState State { get; private set; } = TargetState.Up;

    /// <summary>At least one check has ended.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>True until the failures are certain.</summary>
    public bool IsUp => State != TargetState.Down && State != TargetState.Unreachable;

    /// <returns>True if the state changed.</returns>
    public bool Answered(long micros)
    {
        Statistics.Answered(micros);
        _failures = 0;
        return Become(TargetState.Up);
    }

    /// <returns>True if the state changed.</returns>
    public bool Lost()
    {
        Statistics.Lost();
        if (_failures < Attempts)
        {
            _failures++;
        }

        return Become(_failures >= Attempts ? TargetState.Down : TargetState.Soft);
    }

    private bool Become(TargetState state)
    {
        bool changed = !IsKnown || State != state;
        IsKnown = true;
        State = state;
        return changed;
    }
}
