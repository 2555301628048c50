using System.Diagnostics;
using System.Text.Json.Nodes;
using Ixp.Running;
using Mosquitto;

namespace SystemTests.Secrecy;

/// <summary>No secret is in anything that <c>ixp</c> prints, be the files right or damaged.</summary>
public sealed class CommandSecrecyTests : IDisposable
{
    /// <summary>Every command that is given secrets; whoever makes another one adds it here. SITE, SECRETS, ACCOUNT, PACKED, FOLDER and BROKER stand for files and a broker.</summary>
    private static readonly string[] Commands =
    [
        "run --plain --seconds 6 --site SITE --secrets SECRETS",
        "enroll --site SITE --broker-dir FOLDER/broker --secrets SECRETS",
        "enroll --site SITE --broker-dir FOLDER/broker --secrets SECRETS --renew",
        "watch --broker BROKER --account ACCOUNT --json --seconds 1",
        "check SECRETS",
        "check SECRETS --json",
        "check SITE --secrets SECRETS",
        "flash --dry-run --plain --site SITE --secrets SECRETS --account ACCOUNT",
        "pack --site SITE --secrets SECRETS --out FOLDER/packed",
        "unpack PACKED",
        "unpack PACKED --json",
    ];

    /// <summary>Takes the text of a good file and breaks it.</summary>
    private static readonly Dictionary<string, Func<string, string>> Damages = new(StringComparer.Ordinal)
    {
        ["cut short"] = t => t[..(t.Length - 4)],
        ["without a quote"] = t => t.Replace(":\"cnry", ":cnry", StringComparison.Ordinal).Replace("password=cnry", "cnry", StringComparison.Ordinal),
        ["a value for an object"] = t => t.Replace("{\"default\":", "[", StringComparison.Ordinal).Replace("},\"wifi", "],\"wifi", StringComparison.Ordinal),
        ["an unknown key"] = t => t.Replace("broker_password", "broker_pasword", StringComparison.Ordinal).Replace("\"password\"", "\"pasword\"", StringComparison.Ordinal),
        ["a list for a text"] = t => t.Replace("\"cnry-broker/7f3a+Kz\"", "[\"cnry-broker/7f3a+Kz\"]", StringComparison.Ordinal),
        ["a secret for a name"] = t => t.Replace("\"core\"", "\"cnry-core-0d52\"", StringComparison.Ordinal),
        ["a secret alone"] = _ => "cnry-broker/7f3a+Kz",
        ["a text in quotes"] = _ => "\"cnry-broker/7f3a+Kz\"",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("secrecy-").FullName;

    public static TheoryData<string> All => [.. Commands];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_printed_holds_a_secret(string command)
    {
        Write(t => t);
        await using var broker = await Broker.StartNew(cancellation: TestContext.Current.CancellationToken);
        var (code, printed) = await Ixp(command, broker);

        // 1: check has found a mistake in the site, which has neither TLS nor Wi-Fi.
        Assert.True(code is 0 or 1, printed);
        Assert.Empty(Canary.In(command, printed, Secret(printed)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nor_does_a_complaint(string command)
    {
        await using var broker = await Broker.StartNew(
            new BrokerOptions { Users = new Dictionary<string, string> { ["noc"] = "another" } }, TestContext.Current.CancellationToken);
        foreach (var (name, damage) in Damages)
        {
            Write(damage);
            var (_, printed) = await Ixp(command, broker);
            Assert.Empty(Canary.In($"{command} with {name}", printed, Secret(printed)));
        }
    }

    /// <summary>All canaries, and what enrolling made.</summary>
    private IEnumerable<Canary> Secret(string printed)
    {
        string noc = Path.Combine(_folder, "broker", "noc.secrets.json");
        return File.Exists(noc) ? Canaries.All.Append(new Canary("the NOC's password", (string)JsonNode.Parse(File.ReadAllText(noc))!["password"]!)) : Canaries.All;
    }

    private void Write(Func<string, string> damage)
    {
        var site = JsonNode.Parse(File.ReadAllText(SiteFolder.Demonstration))!.AsObject();
        File.WriteAllText(Path.Combine(_folder, "rack.json"), site.ToJsonString());
        string secrets = Canaries.Write(_folder);
        File.WriteAllText(secrets, damage(File.ReadAllText(secrets)));
        File.WriteAllText(Path.Combine(_folder, "account.json"), damage(new JsonObject { ["user"] = "noc", ["password"] = Canaries.Password.Text }.ToJsonString()));
        string packed = global::System.Text.Encoding.UTF8.GetString(global::Ixp.Sites.SitePacker.PackSecrets(Canaries.Secrets(Directory.CreateDirectory(Path.Combine(_folder, "good")).FullName)));
        File.WriteAllText(Path.Combine(_folder, "secrets.conf"), damage(packed));
    }

    private async Task<(int Code, string Printed)> Ixp(string command, Broker broker)
    {
        string[] arguments =
        [
            .. command.Split(' ').Select(a => a
                .Replace("SITE", Path.Combine(_folder, "rack.json"), StringComparison.Ordinal)
                .Replace("SECRETS", Path.Combine(_folder, "rack.secrets.json"), StringComparison.Ordinal)
                .Replace("ACCOUNT", Path.Combine(_folder, "account.json"), StringComparison.Ordinal)
                .Replace("PACKED", Path.Combine(_folder, "secrets.conf"), StringComparison.Ordinal)
                .Replace("FOLDER", _folder, StringComparison.Ordinal)
                .Replace("BROKER", $"{broker.Host}:{broker.Port}", StringComparison.Ordinal)),
        ];
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ixp.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
