using Appliance.Core.Metrics;

namespace Appliance.Core.Traffic;

/// <summary>What all member ports of the exchange carry together: of every one of them, or nothing.</summary>
public static class ExchangeTotals
{
    /// <returns>How many ports are members.</returns>
    public static int Members(SwitchPort[] ports)
    {
        int members = 0;
        for (int i = 0; i < ports.Length; i++)
        {
            members += ports[i].IsMember ? 1 : 0;
        }

        return members;
    }

    /// <param name="longestAgeMs">How long ago a port may have been told.</param>
    /// <param name="inBps">What the members send into the exchange, bits a second; 0 unless it is Ok.</param>
    /// <param name="outBps">What they receive from it.</param>
    /// <returns>
    /// Ok, or the worst that is true of a member: SourceMissing if its rates are, Timeout if they are too old, Pending if it has
    /// not been asked. SourceMissing also if there are no members.
    /// </returns>
    public static Quality Traffic(SwitchPort[] ports, long nowMs, long longestAgeMs, out long inBps, out long outBps)
    {
        inBps = 0;
        outBps = 0;
        Quality quality = Worst(ports, nowMs, longestAgeMs, true);
        for (int i = 0; quality == Quality.Ok && i < ports.Length; i++)
        {
            if (ports[i].IsMember)
            {
                inBps += ports[i].InBps;
                outBps += ports[i].OutBps;
            }
        }

        return quality;
    }

    /// <param name="longestAgeMs">How long ago a port may have been told.</param>
    /// <param name="up">How many members are up; 0 unless it is Ok.</param>
    /// <returns>As of <see cref="Traffic"/>; rates may be missing.</returns>
    public static Quality PortsUp(SwitchPort[] ports, long nowMs, long longestAgeMs, out int up)
    {
        up = 0;
        Quality quality = Worst(ports, nowMs, longestAgeMs, false);
        for (int i = 0; quality == Quality.Ok && i < ports.Length; i++)
        {
            up += ports[i].IsMember && ports[i].IsUp ? 1 : 0;
        }

        return quality;
    }

    private static Quality Worst(SwitchPort[] ports, long nowMs, long longestAgeMs, bool needsRates)
    {
        Quality worst = Members(ports) == 0 ? Quality.SourceMissing : Quality.Ok;
        for (int i = 0; i < ports.Length; i++)
        {
            SwitchPort port = ports[i];
            if (!port.IsMember)
            {
                continue;
            }

            Quality quality = port.Quality == Quality.Pending ? Quality.Pending
                : !port.IsKnown || (needsRates && !port.HasRates) ? Quality.SourceMissing
                : nowMs - port.Time > longestAgeMs ? Quality.Timeout : Quality.Ok;

            // Their numbers grow as they get worse.
            worst = quality > worst ? quality : worst;
        }

        return worst;
    }
}
