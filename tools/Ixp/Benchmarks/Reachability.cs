using System.Diagnostics;
using System.Globalization;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Telemetry;
using Mosquitto;
using VirtualBoard.Running;
using VirtualRack.Faults;

namespace Ixp.Benchmarks;

/// <summary>What 64 targets cost a device of which 40 are dead in every way: a door's alarm in real time, and sockets over very many checks.</summary>
internal static class Reachability
{
    private const int Doors = 100;
    private const int Checks = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    public static async Task Run(TextWriter output, Site site, Board board, CancellationToken cancellation)
    {
        output.WriteLine();
        output.WriteLine($"{CrowdedSite.Living.Count + CrowdedSite.Dead.Count} targets of which {CrowdedSite.Dead.Count} are dead in every way, each checked every 10 s");
        double[] latencies = await DoorAlarms(site.Crowded(), board, cancellation);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"door opens -> message at the broker, {Doors} times: median {Share(latencies, 0.5):0} ms, 99th percentile {Share(latencies, 0.99):0} ms, longest {latencies[^1]:0} ms, hold time of the contact included"));
        var (opened, peak, left) = Sockets(site, board);
        output.WriteLine($"{opened} sockets opened for {Checks} checks by TCP: at most {peak} at once, {left} open at the end");
    }

    /// <returns>Milliseconds in real time from the contact to a subscriber of the broker, ascending.</returns>
    private static async Task<double[]> DoorAlarms(Site site, Board board, CancellationToken cancellation)
    {
        await using var broker = await Broker.StartNew(cancellation: cancellation);
        site = site.At((broker.Host, broker.Port));
        using var time = TimeBase.Real();
        using var rack = new VirtualSite(site, board, time);
        CrowdedSite.Kill(rack);
        using var watch = new TelemetryWatch(site.Name, site.Device);
        var told = new TaskCompletionSource();
        int expected = 1;
        watch.Arrived += m =>
        {
            if (m is { WasRetained: false, Path: "security" } && (int?)m.Payload?["door_open"] == expected)
                told.TrySetResult();
        };
        await watch.Start(broker.Host, broker.Port, cancellation);
        rack.Boot();
        await watch.Online.WaitAsync(cancellation);
        await Task.Delay(WarmUp, cancellation);
        var latencies = new List<double>();
        for (int i = 0; i < Doors; i++)
        {
            expected = 1 - (i % 2);
            told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            long began = Stopwatch.GetTimestamp();
            rack.Rack.Rack.DoorOpen.IsOn = expected == 1;
            await told.Task.WaitAsync(cancellation);
            latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(300 + (37 * i % 400), cancellation);
        }

        return [.. latencies.Order()];
    }

    /// <summary>In virtual time, to ports that refuse: nothing is quicker, and nothing else leaves as much behind.</summary>
    private static (int Opened, int Peak, int Left) Sockets(Site site, Board board)
    {
        const int Targets = 64;
        using var time = TimeBase.Virtual();
        using var rack = new VirtualSite(
            site with
            {
                Sensors = [],
                Ports = [],
                Targets = [.. Enumerable.Range(1, Targets).Select(n => new TargetEntry("tcp", $"closed{n}", $"127.0.2.{n}", 9, PeriodSeconds: 1, TimeoutMs: 500))],
            },
            board,
            time);
        foreach (var service in rack.Rack.Equipment!.Hosts.SelectMany(h => h.Services.Values))
            service.IsDown = true;
        rack.Board.Link.Patience = Patience;
        rack.Boot();
        var link = rack.Board.Link;
        while (link.SocketsOpened < Checks)
            time.RunFor(TimeSpan.FromMinutes(1));
        return (link.SocketsOpened, link.PeakSockets, link.OpenSockets);
    }

    private static double Share(double[] ascending, double share) => ascending[Math.Min(ascending.Length - 1, (int)(ascending.Length * share))];
}
