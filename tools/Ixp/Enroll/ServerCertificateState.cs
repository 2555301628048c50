namespace Ixp.Enroll;

/// <summary>How the certificate of a broker stands.</summary>
internal enum ServerCertificateState
{
    /// <summary>There is none, its key is not there, it is over soon, or lacks a host.</summary>
    Due,

    /// <summary>It serves.</summary>
    Good,

    /// <summary>Somebody else has signed it.</summary>
    Foreign,
}
