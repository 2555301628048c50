namespace Appliance.Core.Probing;

/// <summary>How a check ended; the numbers of those that failed are the causes of the contract.</summary>
public enum CheckOutcome
{
    Answered = 0,

    /// <summary>Not in time.</summary>
    NoAnswer = 1,

    /// <summary>The host lives, the service does not.</summary>
    Refused = 2,

    /// <summary>A router said so, or the stack itself.</summary>
    Unreachable = 3,

    /// <summary>It went in a circle on the way, most likely.</summary>
    TimeExceeded = 4,

    /// <summary>Not as a service in working order answers.</summary>
    WrongAnswer = 5,
}
