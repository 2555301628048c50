using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ixp.Commands;
using Ixp.Files;
using Ixp.Sites;

namespace Ixp.Enroll;

/// <summary>By what one device shows its broker who it is: kept if it is good, made if there is none, refused otherwise.</summary>
internal sealed class DeviceCredentials(Site site, EnrollOptions options, string secretsFile, DeviceSecrets secrets, EnrolledDevice? known, DateTimeOffset now)
{
    /// <summary>Its certificate, beside the file of secrets.</summary>
    public string CertificateFile { get; } = secrets.Values.ClientCertificateFile ?? Beside(secretsFile, site.Device + ".client.pem");

    /// <summary>The key to it.</summary>
    public string KeyFile { get; } = secrets.Values.ClientKeyFile ?? Beside(secretsFile, site.Device + ".client.key");

    /// <param name="ofNoc">Passwords of those who connect where the NOC does.</param>
    /// <returns>What was done, as a sentence.</returns>
    public string TakePassword(PasswordList passwords, PasswordList ofNoc, PendingFiles pending)
    {
        string present = secrets.Values.BrokerPassword;
        if (present.Length > 0 && !options.Renew)
        {
            RefusePassword(present, passwords, ofNoc);
            bool isKnown = passwords.IsPasswordOf(site.Device, present);
            passwords.Set(site.Device, present);
            if (secrets.Values.ClientKeyFile is not null)
                pending.AddPrivate(secretsFile, secrets.WithPassword(present));
            return isKnown ? "It keeps its password." : "It has the password that its file of secrets holds.";
        }

        if (!options.Renew && known is { HasCertificate: false })
            throw new CommandLineException($"{secretsFile}: broker_password: is missing, though {site.Device} has one since it was enrolled. Name the file that has it by --secrets, or make a new one by --renew.");
        if (!options.Renew && known is null && passwords.Has(site.Device))
            throw new CommandLineException($"{secretsFile}: broker_password: is missing, and the broker's passwords have a user {site.Device} that was not enrolled by this command. Write its password there, or make a new one by --renew.");
        string made = RandomPassword.Next();
        passwords.Set(site.Device, made);
        pending.AddPrivate(secretsFile, secrets.WithPassword(made));
        return "It has a new password.";
    }

    /// <returns>What was done, as a sentence.</returns>
    public string TakeCertificate(SiteAuthority authority, PasswordList passwords, PendingFiles pending)
    {
        passwords.Remove(site.Device);
        if (File.Exists(CertificateFile) && !options.Renew)
        {
            var until = RefuseCertificate(authority);
            if (secrets.Values.ClientKeyFile is null || secrets.Values.BrokerPassword.Length > 0)
                pending.AddPrivate(secretsFile, secrets.WithCertificate(Named(CertificateFile), Named(KeyFile)));
            return $"It keeps its certificate, valid until {until:yyyy-MM-dd}.";
        }

        if (!options.Renew && known is { HasCertificate: true })
            throw new CommandLineException($"{CertificateFile}: is not there, though {site.Device} has one since it was enrolled. Name the file of secrets beside it by --secrets, or make a new one by --renew.");
        var (certificate, key) = authority.IssueClient(site.Device, now, options.Days);
        pending.AddPrivate(KeyFile, key);
        pending.Add(CertificateFile, certificate);
        pending.AddPrivate(secretsFile, secrets.WithCertificate(Named(CertificateFile), Named(KeyFile)));
        var end = now.AddDays(options.Days);
        return $"It has a new certificate, valid until {(end < authority.Until ? end : authority.Until):yyyy-MM-dd}.";
    }

    private void RefusePassword(string password, PasswordList passwords, PasswordList ofNoc)
    {
        string? wrong = PasswordRule.Refuse(password, site.Device, site.Name) is { } reason ? $"it {reason}"
            : secrets.Values.SnmpCommunities.FirstOrDefault(c => c.Value == password).Key is { } community ? $"it is the SNMP community {community} as well, which goes over the network unencrypted"
            : password == secrets.Values.WifiPassword ? "it is the Wi-Fi password as well, which others have"
            : (passwords.OtherWith(password, site.Device) ?? ofNoc.OtherWith(password, site.Device)) is { } other ? $"{other} has it too, so that each could call itself by the other's name"
            : null;
        if (wrong is not null)
            throw new CommandLineException($"{secretsFile}: broker_password: {wrong}; take it out, and this command makes a random one, or call it with --renew.");
    }

    /// <returns>The last moment at which it is valid.</returns>
    private DateTime RefuseCertificate(SiteAuthority authority)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(CertificateFile, KeyFile);
            string name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
            string? wrong = !authority.HasSigned(certificate) ? "is not of the broker's authority"
                : name != site.Device ? $"is made out to {Printable(name)}, not to {site.Device}"
                : certificate.NotAfter < now.LocalDateTime ? $"is over since {certificate.NotAfter:yyyy-MM-dd}"
                : null;
            return wrong is null ? certificate.NotAfter : throw new CommandLineException($"{CertificateFile}: {wrong}; --renew makes a new one.");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new CommandLineException($"{CertificateFile}: is no certificate, or {KeyFile} is not the key to it; --renew makes a new one.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"{CertificateFile}: it or its key cannot be read: {e.Message} --renew makes a new one.");
        }
    }

    /// <summary>As the file of secrets names it.</summary>
    private string Named(string file) => Path.GetRelativePath(Path.GetDirectoryName(secretsFile)!, file).Replace('\\', '/');

    private static string Beside(string file, string name) => Path.Combine(Path.GetDirectoryName(file)!, name);

    private static string Printable(string name) => SiteFile.IsLevel(name) ? name : "another name";
}
