namespace Mosquitto;

/// <summary>The temporary folder of one broker: its configuration, secrets and log.</summary>
internal sealed class BrokerFolder : IDisposable
{
    /// <summary>Configuration of OpenSSL for this broker alone; there is no such file unless it is needed.</summary>
    internal const string OpenSslFile = "openssl.cnf";

    readonly string path = Directory.CreateTempSubdirectory("mosquitto-").FullName;

    internal string Configuration => Path.Combine(path, "mosquitto.conf");

    internal string Log => Path.Combine(path, "mosquitto.log");

    internal void Write(BrokerOptions options, int port)
    {
        List<string> lines =
        [
            .. options.FirstConfiguration,
            $"listener {port} 127.0.0.1",
            "persistence false",
            "set_tcp_nodelay true",
            // Beyond the default of 1000 a subscriber loses messages, which here would look like a fault of the sender.
            // Not 0 for "no limit": before 2.0.22 the broker then drops whoever publishes what the ACL denies.
            "max_queued_messages 1000000",
            "connection_messages true",
            "log_dest stderr",
            $"log_dest file {Log}",
            $"allow_anonymous {(options.Users == null ? "true" : "false")}",
        ];
        // Started by root it would become the user mosquitto, who may not enter this folder.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            lines.Add("user root");
        if (options.Users != null)
            lines.Add($"password_file {WriteUsers(options.Users)}");
        if (options.Acl != null)
            lines.Add($"acl_file {WriteFile("acl", options.Acl + "\n")}");
        if (options.Tls is { } tls)
        {
            lines.Add($"cafile {Path.GetFullPath(tls.CaFile)}");
            lines.Add($"certfile {Path.GetFullPath(tls.CertFile)}");
            lines.Add($"keyfile {Path.GetFullPath(tls.KeyFile)}");
            lines.Add($"require_certificate {(tls.RequireClientCertificate ? "true" : "false")}");
        }
        if (options.OnlyTls is { } version)
            WriteFile(OpenSslFile, OneVersion(version is TlsVersion.Tls12 ? "TLSv1.2" : "TLSv1.3"));
        lines.AddRange(options.ExtraConfiguration);
        File.WriteAllLines(Configuration, lines);
    }

    internal string WriteUsers(IReadOnlyDictionary<string, string> users) => WriteFile("passwords", PasswordFile.Write(users));

    public void Dispose()
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }

    // mosquitto has a setting for the oldest version only.
    static string OneVersion(string version) => $"""
        openssl_conf = all
        [all]
        ssl_conf = ssl
        [ssl]
        system_default = defaults
        [defaults]
        MinProtocol = {version}
        MaxProtocol = {version}

        """;

    string WriteFile(string name, string content)
    {
        string file = Path.Combine(path, name);
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(file, content);
            return file;
        }
        // Newer brokers refuse secrets that others may read.
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        using var writer = new StreamWriter(stream);
        writer.Write(content);
        return file;
    }
}
