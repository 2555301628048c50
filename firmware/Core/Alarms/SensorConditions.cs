using Appliance.Core.Conditions;
using Appliance.Core.Metrics;

namespace Appliance.Core.Alarms;

/// <summary>What lost sensors mean for the subsystems that the LED tells.</summary>
public static class SensorConditions
{
    /// <summary>
    /// A lost sensor is a fault of the subsystem it belongs to. A blackout is a warning of the power, whichever sensor shows it:
    /// nothing is broken.
    /// </summary>
    public static void Tell(SensorWatch[] watches, ConditionBook conditions)
    {
        bool isBlackout = false;
        for (int i = 0; i < watches.Length; i++)
        {
            isBlackout |= watches[i].Has(Quality.Blackout);
        }

        // Power, climate, cooling and security are subsystems 1 to 4 in the order of the groups.
        for (int group = 0; group <= (int)Group.Security; group++)
        {
            Severity severity = isBlackout && group == (int)Group.Power ? Severity.Warning : Severity.Ok;
            for (int i = 0; i < watches.Length; i++)
            {
                if (watches[i].IsLost && (int)watches[i].Group == group)
                {
                    severity = Severity.Fault;
                }
            }

            conditions.Set((Subsystem)(group + 1), severity);
        }
    }
}
