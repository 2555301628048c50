namespace Appliance.Core.Dns;

/// <summary>What became of a datagram that may be the answer to a query.</summary>
public enum DnsOutcome
{
    /// <summary>The server gave a record of the type that was asked for.</summary>
    Answered = 0,

    /// <summary>It answers another query, or an earlier try of this one.</summary>
    Foreign = 1,

    /// <summary>It is the answer, but damaged.</summary>
    Malformed = 2,

    /// <summary>The name has no such record.</summary>
    NoRecord = 3,

    /// <summary>The answer was too long for a datagram: the server lives.</summary>
    Truncated = 4,

    /// <summary>There is no such name (NXDOMAIN).</summary>
    NoSuchName = 5,

    /// <summary>The server does not serve us (REFUSED).</summary>
    Refused = 6,

    /// <summary>The server could not find out (SERVFAIL), or did not want to for a rarer reason.</summary>
    Failed = 7,
}
