using System.CommandLine;
using Ixp.Running;
using Ixp.Watch;

namespace Ixp.Commands;

/// <summary><c>ixp watch</c>: all racks at a broker, for the NOC.</summary>
internal static class WatchCommand
{
    private const int TlsPort = 8883;

    public static Command Create()
    {
        var broker = new Option<string>("--broker") { Description = "Broker, as host:port; 1883, with --tls 8883, unless told.", Required = true };
        var tls = new Option<FileInfo?>("--tls") { Description = "Connect by TLS; PEM file of the authority that signed the broker's certificate." };
        var account = new Option<FileInfo?>("--account") { Description = "File with user and password, as ixp enroll writes it: noc.secrets.json." };
        var filter = new Option<string>("--filter") { Description = "Only racks with that in site, device or an alarm.", DefaultValueFactory = _ => "" };
        var severity = new Option<int>("--severity") { Description = "Only racks with an alarm as bad as that: 1 information, 2 warning, 3 critical, 4 fault.", DefaultValueFactory = _ => 0 };
        severity.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 0 or > 4)
                r.AddError("--severity: give 0 to 4.");
        });
        var json = new Option<bool>("--json") { Description = "A line of JSON a change instead of a table." };
        var seconds = new Option<int?>("--seconds") { Description = "Stop that long after the first connection." };
        seconds.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int?>() is < 1 or > 86_400)
                r.AddError("--seconds: give 1 to 86400.");
        });
        var command = new Command("watch", "Show all racks at a broker: online or away, worst alarm, age of the newest report. Exits 2 if the broker cannot be reached, or is away at the end.")
        {
            broker, tls, account, filter, severity, json, seconds,
        };
        command.SetAction((parse, cancellation) => Guarded.Run(() =>
        {
            var ca = parse.GetValue(tls);
            var (host, port) = BrokerOption.Parse(parse.GetValue(broker)!, ca is null ? BrokerOption.PlainPort : TlsPort);
            return new WatchRun(
                new WatchOptions
                {
                    Host = host,
                    Port = port,
                    CaFile = ca?.FullName,
                    Account = parse.GetValue(account)?.FullName,
                    Filter = new RackFilter(parse.GetValue(filter)!, parse.GetValue(severity)),
                    IsJson = parse.GetValue(json),
                    Seconds = parse.GetValue(seconds),
                },
                Console.Out,
                Console.Error).Run(cancellation);
        }));
        return command;
    }
}
