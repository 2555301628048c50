using Appliance.Core.Metrics;

namespace Appliance.Core.Snmp;

/// <summary>Something that an agent is asked for again and again: a few objects that belong together.</summary>
public abstract class SnmpItem
{
    /// <summary>Uptime in milliseconds at which it was last told, or found missing.</summary>
    public long Time { get; protected set; }

    /// <summary>Objects in a request, the same when it is asked for and when the response is taken.</summary>
    public abstract int Objects { get; }

    /// <summary>It is known what to ask for.</summary>
    public virtual bool IsAskable => true;

    /// <summary>Asks for all of it.</summary>
    /// <returns>False if there is no room for it; then nothing has changed.</returns>
    public abstract bool Ask(SnmpRequest request);

    /// <summary>Takes a response that was <see cref="SnmpOutcome.Answered"/>.</summary>
    /// <param name="first">Place of the first object in the request.</param>
    /// <param name="upTimeTicks">sysUpTime of the same response, hundredths of a second.</param>
    /// <returns>True if it tells a change that must not wait.</returns>
    public abstract bool Take(SnmpResponse response, int first, uint upTimeTicks, long nowMs);

    /// <summary>No answer came.</summary>
    /// <param name="why">Timeout; or SourceMissing if nothing comes from the agent at all.</param>
    public abstract void Miss(Quality why, long nowMs);
}
