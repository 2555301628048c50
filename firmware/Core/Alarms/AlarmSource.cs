using Appliance.Core.Contract;

namespace Appliance.Core.Alarms;

/// <summary>Something that can raise an alarm of its own: a sensor that is lost, a target that is gone.</summary>
public abstract class AlarmSource
{
    protected AlarmSource(string name)
    {
        Name = name;
    }

    /// <summary>Topic level of its alarm.</summary>
    public string Name { get; }

    /// <summary>The alarm stands.</summary>
    public abstract bool IsRaised { get; }

    /// <summary>Looks whether it has changed.</summary>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>True if there is something new to tell.</returns>
    public abstract bool Step(long now);

    /// <summary>It is known to be well, and not only not known to be ill: what an earlier session told of it can be taken back.</summary>
    public abstract bool IsSeenWell();

    /// <returns>The alarm as it stands.</returns>
    /// <param name="now">Time of the message, by which its beginning is told.</param>
    public abstract AlarmReport Report(Topics topics, Stamp now);
}
