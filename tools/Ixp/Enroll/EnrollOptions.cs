namespace Ixp.Enroll;

/// <summary>What <c>ixp enroll</c> was asked for.</summary>
public sealed record EnrollOptions
{
    /// <summary>Path of the site file.</summary>
    public required string Site { get; init; }

    /// <summary>Path of the folder of what the broker needs.</summary>
    public required string BrokerFolder { get; init; }

    /// <summary>Path of the device's file of secrets; null for the one beside the site file.</summary>
    public string? Secrets { get; init; }

    /// <summary>A certificate for the device instead of a password.</summary>
    public bool WithCertificate { get; init; }

    /// <summary>How long that certificate is valid.</summary>
    public int Days { get; init; } = 1825;

    /// <summary>New credentials, though there are some.</summary>
    public bool Renew { get; init; }

    /// <summary>Port on which the NOC connects; null for what it was, or the default.</summary>
    public int? NocPort { get; init; }

    /// <summary>Where the broker will find the files of <see cref="BrokerFolder"/>; null for what it was, or the default.</summary>
    public string? BrokerPath { get; init; }
}
