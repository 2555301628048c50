using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ixp.Commands;

namespace Ixp.Enroll;

/// <summary>The authorities that a device trusts.</summary>
internal static class CaFile
{
    /// <returns>True if that authority is among those of the file.</returns>
    /// <exception cref="CommandLineException">The file cannot be read.</exception>
    public static bool Holds(string file, SiteAuthority authority)
    {
        try
        {
            var trusted = new X509Certificate2Collection();
            trusted.ImportFromPemFile(file);
            return trusted.Any(authority.Is);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"{file}: is no file of certificates: {e.Message} Take it away, and this command writes it.");
        }
    }
}
