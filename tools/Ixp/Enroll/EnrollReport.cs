using Ixp.Sites;

namespace Ixp.Enroll;

/// <summary>What was done, and what is to be done next; paths, and no secret.</summary>
internal sealed class EnrollReport(Site site, BrokerFiles files, BrokerRegister register, string secretsFile)
{
    public void Write(TextWriter output, string done, IReadOnlyList<string> written, IReadOnlyList<string> notes)
    {
        output.WriteLine($"{site.Device} at {site.Name} is known to the broker {site.Broker.Host}:{site.Broker.Port}. {done}");
        foreach (string file in written)
            output.WriteLine($"  written: {file}");
        if (written.Count == 0)
            output.WriteLine("  Nothing had to be written.");
        foreach (string note in notes)
            output.WriteLine($"Note: {note}");
        output.WriteLine();
        output.WriteLine("Next:");
        output.WriteLine($"1. The broker, mosquitto 2, will look for its files in {register.BrokerPath}; on its machine:");
        foreach (string line in Handing())
            output.WriteLine($"     {line}");
        output.WriteLine("   After the first time, or when a port was added: sudo systemctl restart mosquitto. Otherwise sudo systemctl reload mosquitto, which is a SIGHUP.");
        output.WriteLine($"   {Path.GetFileName(files.CaKey)} and {Path.GetFileName(files.NocSecrets)} stay with you: the broker needs neither. Keep a copy of the folder {files.Folder} in a safe place.");
        output.WriteLine($"2. The device gets {secretsFile} together with its site file, by --secrets.");
        output.WriteLine($"3. The NOC: ixp watch --broker {site.Broker.Host}:{register.NocPort}{(HasTls ? $" --tls {files.CaCertificate}" : "")} --account {files.NocSecrets}");
    }

    private bool HasTls => register.Devices.Values.Any(d => d.IsTls);

    private IEnumerable<string> Handing()
    {
        string readable = HasTls ? "passwords noc-passwords acl ca.pem server.pem server.key" : "passwords noc-passwords acl";
        if (register.BrokerPath != files.Folder)
        {
            yield return $"sudo install -d -o mosquitto -m 0700 {register.BrokerPath}";
            yield return $"cd {files.Folder} && sudo install -o mosquitto -m 0600 {readable} {register.BrokerPath}";
        }

        yield return $"sudo install -m 0644 {files.Snippet} /etc/mosquitto/conf.d/ixp.conf";
    }
}
