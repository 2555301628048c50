using System.Text.Json.Nodes;
using Ixp.Enroll;
using Ixp.Sites;
using Mosquitto;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Enroll;

/// <summary>Site files in a temporary folder, and the folder of their broker.</summary>
internal sealed class EnrollBench : IDisposable
{
    public const string Device = "demo-rack1";

    public EnrollBench() => Broker = Path.Combine(Folder, "broker");

    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    public string Folder { get; } = Directory.CreateTempSubdirectory("enroll-").FullName;

    /// <summary>The folder of what the broker needs.</summary>
    public string Broker { get; }

    /// <summary>Where devices connect.</summary>
    public int Port { get; } = LoopbackPort.Pick();

    /// <summary>Where the NOC connects.</summary>
    public int NocPort { get; } = LoopbackPort.Pick();

    public static string Secrets(string device = Device) => device + ".secrets.json";

    /// <summary>Writes a site file.</summary>
    /// <returns>Its path.</returns>
    public string Site(string device = Device, bool tls = false, string site = "demo", string host = "127.0.0.1", int? port = null)
    {
        var json = Json(global::Ixp.Running.SiteFolder.Demonstration);
        json["site"] = site;
        json["device"] = device;
        json["broker"] = new JsonObject { ["host"] = host, ["port"] = port ?? Port };
        if (tls)
            json["broker"]!["tls"] = new JsonObject { ["ca_file"] = "trusted.pem" };
        string file = At(device + ".json");
        File.WriteAllText(file, json.ToJsonString());
        return file;
    }

    /// <summary>Enrolls a device of a site file that is there.</summary>
    /// <returns>What was printed.</returns>
    public string EnrollFile(string siteFile, Func<EnrollOptions, EnrollOptions>? with = null)
    {
        var options = new EnrollOptions { Site = siteFile, BrokerFolder = Broker, BrokerPath = Broker, NocPort = NocPort };
        using var output = new StringWriter();
        Enrollment.Run(with?.Invoke(options) ?? options, output, Now);
        return output.ToString();
    }

    /// <summary>Enrolls a device.</summary>
    /// <returns>What was printed.</returns>
    public string Enroll(string device = Device, bool certificate = false, bool tls = false, bool renew = false) =>
        EnrollFile(Site(device, tls || certificate), o => o with { WithCertificate = certificate, Renew = renew });

    public string At(string name) => Path.Combine(Folder, name);

    public string Read(string name) => File.ReadAllText(At(name));

    public string Password(string device = Device) => (string)Json(At(Secrets(device)))["broker_password"]!;

    public BrokerAccount Noc() => BrokerAccount.Read(At("broker/noc.secrets.json"));

    /// <summary>All files and their content, but the lock's.</summary>
    public Dictionary<string, string> Files() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>A mosquitto with the configuration as it was written.</summary>
    public Task<Broker> Start(CancellationToken cancellation)
    {
        string[] lines = File.ReadAllLines(At("broker/mosquitto.conf"));
        int first = Array.FindIndex(lines, l => l.StartsWith("listener ", StringComparison.Ordinal));
        return global::Mosquitto.Broker.StartNew(new BrokerOptions { FirstConfiguration = lines[..first], ExtraConfiguration = lines[first..] }, cancellation);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
