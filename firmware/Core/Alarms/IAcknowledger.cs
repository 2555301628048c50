namespace Appliance.Core.Alarms;

/// <summary>Takes note that somebody knows of an alarm. On the sampler's thread.</summary>
public interface IAcknowledger
{
    /// <param name="name">Topic level of the alarm.</param>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>False if no such alarm stands.</returns>
    bool Acknowledge(string name, long now);
}
