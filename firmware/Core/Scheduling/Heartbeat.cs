namespace Appliance.Core.Scheduling;

/// <summary>Proof of life of one worker: when it last ended a step, and how often a step failed.</summary>
public sealed class Heartbeat
{
    private readonly int _limitMs;

    /// <param name="limitMs">Silence after which the worker counts as stuck.</param>
    public Heartbeat(string name, int limitMs)
    {
        Name = name;
        _limitMs = limitMs;
    }

    public string Name { get; }

    public long LastBeat { get; private set; }

    /// <summary>Steps that ended by an exception.</summary>
    public int Failures { get; private set; }

    /// <summary>Of those, how many since the last step that did not, or since a new thread began.</summary>
    public int FailuresInRow { get; private set; }

    public void Beat(long now)
    {
        FailuresInRow = 0;
        LastBeat = now;
    }

    public void Fail(long now)
    {
        Failures++;
        FailuresInRow++;
        LastBeat = now;
    }

    public bool IsStuck(long now) => now - LastBeat > _limitMs;
}
