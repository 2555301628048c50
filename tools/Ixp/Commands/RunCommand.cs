using System.CommandLine;
using Ixp.Running;
using Ixp.Sites;
using Mosquitto;
using VirtualRack.Faults;
using VirtualRack.Wiring;

namespace Ixp.Commands;

/// <summary><c>ixp run</c>: the firmware on the virtual rack, with a broker.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var board = new Option<string?>("--board") { Description = "Board of board-configs to run on; the site's own unless told." };
        var site = new Option<FileInfo?>("--site") { Description = "Site file to run; a small demonstration rack unless told." };
        var rack = new Option<string?>("--rack") { Description = "Example rack to run: demo, a small one on the reference board, or full, with every kind of sensor." };
        rack.AcceptOnlyFromAmong([.. SiteFolder.Racks]);
        var secrets = new Option<FileInfo?>("--secrets") { Description = "File of secrets: the broker's password, SNMP communities. Without it there is no password, and the community is public." };
        var broker = new Option<string?>("--broker") { Description = "Broker to publish to, as host:port; one is started on this machine unless told." };
        var plain = new Option<bool>("--plain") { Description = "A line an event instead of the live view: for pipes and logs." };
        var seconds = new Option<int?>("--seconds") { Description = "Stop that long after the first connection, and say whether every topic arrived." };
        var fault = new Option<string[]>("--fault") { Description = "Fault to make happen, as name[:target][@start][+duration] in seconds; several allowed. " + Faults() };
        var seed = new Option<int>("--seed") { Description = "Another seed is another day of the rack.", DefaultValueFactory = _ => 1 };
        var command = new Command("run", "Run the firmware on a virtual rack and publish to a broker.") { board, site, rack, secrets, broker, plain, seconds, fault, seed };
        command.SetAction((parse, cancellation) => Guard(() => Run(
            new RunOptions
            {
                Board = parse.GetValue(board),
                Site = parse.GetValue(site)?.FullName ?? (parse.GetValue(rack) is { } name ? SiteFolder.Rack(name) : null),
                Secrets = parse.GetValue(secrets)?.FullName,
                Broker = parse.GetValue(broker),
                IsPlain = parse.GetValue(plain) || Console.IsOutputRedirected,
                Seconds = parse.GetValue(seconds),
                Faults = parse.GetValue(fault) ?? [],
                Seed = parse.GetValue(seed),
            },
            cancellation)));
        return command;
    }

    private static Task<int> Run(RunOptions options, CancellationToken cancellation) => new RackRun(options).Run(cancellation);

    private static async Task<int> Guard(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (e is CommandLineException or SiteException or WiringException or MosquittoMissingException or BrokerException)
        {
            await Console.Error.WriteLineAsync($"ixp: {e.Message}");
            return 2;
        }
    }

    private static string Faults() =>
        "Faults: " + string.Join("; ", RackFaults.All.Select(f => $"{f.Name} ({f.Sentence})")) + ".";
}
