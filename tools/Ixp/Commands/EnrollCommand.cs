using System.CommandLine;
using Ixp.Enroll;

namespace Ixp.Commands;

/// <summary><c>ixp enroll</c>: credentials of a device, and what its broker needs to know it.</summary>
internal static class EnrollCommand
{
    public static Command Create()
    {
        var site = new Option<FileInfo>("--site") { Description = "Site file of the device.", Required = true };
        var folder = new Option<DirectoryInfo>("--broker-dir") { Description = "Folder of what the broker needs, made by the first call: passwords, access list, certificates, configuration. Keep it.", Required = true };
        var secrets = new Option<FileInfo?>("--secrets") { Description = "The device's file of secrets; beside the site file as <site file>.secrets.json unless told. What else stands in it stays." };
        var certificate = new Option<bool>("--certificate") { Description = "A certificate for the device, signed by the broker's own authority, instead of a password. Needs broker.tls in the site file." };
        var days = new Option<int>("--days") { Description = "How long that certificate is valid.", DefaultValueFactory = _ => 1825 };
        days.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 1 or > 3650)
                r.AddError("--days: give 1 to 3650.");
        });
        var renew = new Option<bool>("--renew") { Description = "Make new credentials for the device, and a new certificate for the broker, though there are some." };
        var nocPort = NocPortOption.Create("Port on which the NOC connects: 8884, without TLS 1884, unless told.");
        var brokerPath = new Option<string?>("--broker-path") { Description = "Folder in which the broker will find its files; /etc/mosquitto/ixp unless told." };
        var command = new Command("enroll", "Give a device its credentials for the broker, and the broker what it needs to know it: password or certificate, access list, an account for the NOC. No secret is printed.")
        {
            site, folder, secrets, certificate, days, renew, nocPort, brokerPath,
        };
        command.SetAction(parse => Guarded.Run(() =>
        {
            var options = new EnrollOptions
            {
                Site = parse.GetValue(site)!.FullName,
                BrokerFolder = parse.GetValue(folder)!.FullName,
                Secrets = parse.GetValue(secrets)?.FullName,
                WithCertificate = parse.GetValue(certificate),
                Days = parse.GetValue(days),
                Renew = parse.GetValue(renew),
                NocPort = parse.GetValue(nocPort),
                BrokerPath = parse.GetValue(brokerPath),
            };
            Enrollment.Run(options, Console.Out, DateTimeOffset.UtcNow);
            return 0;
        }));
        return command;
    }
}
