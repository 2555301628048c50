namespace Appliance.Core.Uplink;

/// <summary>Why there is no connection to the broker, or why the last one ended, as <c>uplink_cause</c> numbers it.</summary>
public enum UplinkCause
{
    None = 0,
    NoNetwork = 1,

    /// <summary>Without a date no certificate can be judged.</summary>
    ClockNotSet = 2,
    NameUnknown = 3,

    /// <summary>No TCP connection: refused, or no answer.</summary>
    NoAnswer = 4,

    /// <summary>A TCP connection, and then nothing.</summary>
    Silent = 5,

    /// <summary>Something else is behind the port.</summary>
    NoTls = 6,

    /// <summary>There is no file of authorities, or one of the files for TLS cannot be read.</summary>
    CertificateFile = 7,

    /// <summary>The handshake has failed: the broker's certificate is not of these authorities, not of this date or not of this host.</summary>
    Untrusted = 8,

    /// <summary>The broker refuses the handshake, or, by silence after it, the certificate of this device.</summary>
    HandshakeRefused = 9,

    /// <summary>The broker does not accept user name and password.</summary>
    NotAuthorised = 10,

    /// <summary>The broker refuses for another reason.</summary>
    Refused = 11,
    NoAcknowledgement = 12,
    Lost = 13,
    NoMemory = 14,
}
