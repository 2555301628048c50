namespace Appliance.Core.Probing;

/// <summary>Something on the network that must answer: how it is checked, and what the checks have told.</summary>
public sealed class Target
{
    private readonly SoftHardState _state;

    /// <param name="name">Topic level.</param>
    /// <param name="host">IPv4 address.</param>
    /// <param name="port">TCP or UDP port; 0 for none.</param>
    /// <param name="periodSeconds">1 to 3600.</param>
    /// <param name="limits">May be those of others as well.</param>
    public Target(string name, TargetKind kind, string host, int port, int periodSeconds, int timeoutMs, StateLimits limits)
    {
        Name = name;
        Kind = kind;
        Host = host;
        Port = port;
        PeriodSeconds = periodSeconds;
        TimeoutMs = timeoutMs;
        _state = new SoftHardState(limits);
    }

    public string Name { get; }

    public TargetKind Kind { get; }

    public string Host { get; }

    public int Port { get; }

    public int PeriodSeconds { get; }

    public int PeriodMs => PeriodSeconds * 1000;

    public int TimeoutMs { get; }

    /// <summary>What lies before it, any of which is enough to reach it; null for nothing.</summary>
    public Target[] Parents { get; private set; }

    /// <summary>Uptime in milliseconds of the next check.</summary>
    public long Due { get; set; }

    public RoundTripStatistics Statistics { get; } = new RoundTripStatistics();

    /// <summary>How the last check ended.</summary>
    public CheckOutcome Outcome { get; private set; }

    public TargetState State => _state.State;

    /// <summary>The last state that was certain: Up, Degraded, Down or Unreachable.</summary>
    public TargetState Hard => _state.Hard;

    /// <summary>True until the failures are certain.</summary>
    public bool IsUp => Hard != TargetState.Down && Hard != TargetState.Unreachable;

    /// <summary>At least one check has ended.</summary>
    public bool IsKnown => _state.IsKnown;

    public bool IsFlapping => _state.IsFlapping;

    /// <summary>The last state that was certain, or Flapping while it is not worth telling each of them. Events and alarms follow this one.</summary>
    public TargetState Certain => IsFlapping && Hard != TargetState.Unreachable ? TargetState.Flapping : Hard;

    /// <summary>Milliseconds from one check to the next: the period, or fewer while a failure is uncertain.</summary>
    public int NextCheckMs => _state.NextCheckMs(PeriodMs);

    /// <summary>Tells what lies before it, once and before the first check.</summary>
    /// <param name="parents">None of them may depend on this one; null or empty for nothing.</param>
    public void DependOn(Target[] parents)
    {
        if (parents == null || parents.Length == 0)
        {
            return;
        }

        SoftHardState[] states = new SoftHardState[parents.Length];
        for (int i = 0; i < states.Length; i++)
        {
            states[i] = parents[i]._state;
        }

        Parents = parents;
        _state.DependOn(states);
    }

    /// <summary>Takes a check that was answered.</summary>
    /// <returns>True if <see cref="State"/> is another now, or known for the first time.</returns>
    public bool Answered(long micros)
    {
        Statistics.Answered(micros);
        Outcome = CheckOutcome.Answered;
        return _state.Answered(micros);
    }

    /// <summary>Takes a check that failed.</summary>
    /// <param name="outcome">Anything but Answered.</param>
    /// <returns>True if <see cref="State"/> is another now, or known for the first time.</returns>
    public bool Lost(CheckOutcome outcome)
    {
        Statistics.Lost();
        Outcome = outcome;
        return _state.Lost();
    }
}
