namespace Appliance.Core.Tls;

/// <summary>What a peer has said to a <see cref="ClientHello"/>.</summary>
public enum HelloAnswer
{
    /// <summary>More bytes are needed to tell.</summary>
    Incomplete = 0,

    /// <summary>It goes on with TLS 1.2.</summary>
    Tls12 = 1,

    /// <summary>It goes on with TLS 1.3.</summary>
    Tls13 = 2,

    /// <summary>It speaks TLS, and refuses, or only what is older than 1.2.</summary>
    Refused = 3,

    /// <summary>This is no TLS.</summary>
    NoTls = 4,
}
