namespace Ixp.Enroll;

/// <summary>A device that a broker knows.</summary>
/// <param name="Site">The exchange that it stands at.</param>
/// <param name="Host">Name or address by which it knows the broker.</param>
/// <param name="Port">Port on which it connects.</param>
/// <param name="IsTls">It connects by TLS.</param>
/// <param name="HasCertificate">It shows a certificate; otherwise it has a password.</param>
internal sealed record EnrolledDevice(string Site, string Host, int Port, bool IsTls, bool HasCertificate);
