namespace Appliance.Core.Snmp;

/// <summary>What became of a datagram that may be the answer to a request.</summary>
public enum SnmpOutcome
{
    /// <summary>It is the answer; each object has its own value, or reason for having none.</summary>
    Answered = 0,

    /// <summary>It answers another request, or an earlier try of this one.</summary>
    Foreign = 1,

    /// <summary>It is the answer, but its list of values is damaged; none of them counts.</summary>
    Malformed = 2,

    /// <summary>The agent refused the whole request: <see cref="SnmpResponse.ErrorStatus"/> says why.</summary>
    Refused = 3,
}
