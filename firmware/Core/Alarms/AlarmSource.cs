using Appliance.Core.Conditions;
using Appliance.Core.Contract;

namespace Appliance.Core.Alarms;

/// <summary>Something that can raise an alarm of its own: a value beyond its limit, a sensor that is lost, a target that is gone.</summary>
public abstract class AlarmSource
{
    protected AlarmSource(string name)
    {
        Name = name;
    }

    /// <summary>Topic level of its alarm.</summary>
    public string Name { get; }

    /// <summary>How bad it is; Ok while no alarm stands.</summary>
    public abstract Severity Severity { get; }

    /// <summary>The part of the site that the LED counts it to; None if somebody else tells that.</summary>
    public abstract Subsystem Subsystem { get; }

    /// <summary>The alarm stands.</summary>
    public bool IsRaised => Severity != Severity.Ok;

    /// <summary>Looks whether it has changed.</summary>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>True if there is something new to tell.</returns>
    public abstract bool Step(long now);

    /// <summary>It is known to be well, and not only not known to be ill: what an earlier session told of it can be taken back.</summary>
    public abstract bool IsSeenWell();

    /// <summary>Somebody has taken note of the alarm.</summary>
    /// <returns>False if it does not stand.</returns>
    /// <param name="now">Uptime in milliseconds.</param>
    public virtual bool Acknowledge(long now) => IsRaised;

    /// <returns>The alarm as it stands.</returns>
    /// <param name="now">Time of the message, by which its beginning is told.</param>
    public abstract AlarmReport Report(Topics topics, Stamp now);
}
