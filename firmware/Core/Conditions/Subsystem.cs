namespace Appliance.Core.Conditions;

/// <summary>The part of the site that an LED pattern counts out.</summary>
public enum Subsystem
{
    None = 0,
    Power = 1,
    Climate = 2,
    Cooling = 3,
    Security = 4,
    Reachability = 5,
    Uplink = 6,
    Appliance = 7,
}
