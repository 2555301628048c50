namespace Appliance.Core.Supervision;

/// <summary>Whether the first router on the way out is there.</summary>
public enum GatewayState
{
    /// <summary>Nobody has asked it, or there is none to ask.</summary>
    Unknown = 0,

    Answers = 1,

    Silent = 2,
}
