using Appliance.Core.Metrics;

namespace Appliance.Core.Conditions;

/// <summary>Which part of the site the metrics of a group tell of.</summary>
public static class GroupSubsystem
{
    public static Subsystem Of(Group group)
    {
        switch (group)
        {
            case Group.Traffic:
                return Subsystem.Reachability;
            case Group.Health:
                return Subsystem.Appliance;
            default:
                // Power, climate, cooling and security are subsystems 1 to 4 in the order of the groups.
                return (Subsystem)((int)group + 1);
        }
    }
}
