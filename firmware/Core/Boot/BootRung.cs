namespace Appliance.Core.Boot;

/// <summary>How much of the appliance a start brings up.</summary>
public enum BootRung
{
    Full = 0,

    /// <summary>Everything, by the last configuration that a good start had.</summary>
    LastGoodConfiguration = 1,

    /// <summary>No probes.</summary>
    SensorsOnly = 2,

    /// <summary>Network and commands.</summary>
    NetworkOnly = 3,
}
