using Appliance.Core.Conditions;
using Appliance.Core.Metrics;

namespace Appliance.Core.Alarms;

/// <summary>What alarms mean for the subsystems that the LED tells.</summary>
public static class AlarmConditions
{
    /// <summary>
    /// A subsystem is as its worst alarm, and critical before lost. A blackout is a warning of the power, whichever sensor shows it:
    /// nothing is broken.
    /// </summary>
    public static void Tell(AlarmSource[] sources, SensorWatch[] sensors, ConditionBook conditions)
    {
        bool isBlackout = false;
        for (int i = 0; i < sensors.Length; i++)
        {
            isBlackout |= sensors[i].Has(Quality.Blackout);
        }

        for (Subsystem subsystem = Subsystem.Power; subsystem <= Subsystem.Appliance; subsystem++)
        {
            Severity severity = isBlackout && subsystem == Subsystem.Power ? Severity.Warning : Severity.Ok;
            for (int i = 0; i < sources.Length; i++)
            {
                if (sources[i].Subsystem == subsystem)
                {
                    severity = ConditionBook.Worse(severity, sources[i].Severity);
                }
            }

            conditions.SetAlarms(subsystem, severity);
        }
    }
}
