namespace Appliance.Core.Conditions;

/// <summary>How bad it is, as the contract numbers it.</summary>
public enum Severity
{
    Ok = 0,
    Info = 1,
    Warning = 2,
    Critical = 3,

    /// <summary>A sensor or the appliance itself has failed.</summary>
    Fault = 4,
}
