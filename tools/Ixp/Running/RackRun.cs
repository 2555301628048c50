using Ixp.Commands;
using Ixp.Sites;
using Ixp.Telemetry;
using Mosquitto;
using VirtualBoard.Running;
using VirtualRack.Faults;

namespace Ixp.Running;

/// <summary>One run of a site on this PC, from the broker's start to the summary.</summary>
internal sealed class RackRun(RunOptions options)
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    /// <returns>The exit code: 0 only if every topic of the contract arrived, and no report is missing.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var (site, board, secrets) = CheckedSite.Read(options.Site ?? SiteFolder.Demonstration, SiteFolder.Boards, options.Board, options.Secrets);
        var faults = options.Faults.Select(FaultOrder.Parse).ToList();

        await using var broker = options.Broker is null ? await Broker.StartNew(cancellation: cancellation) : null;
        site = broker is null ? site.At(BrokerOption.Parse(options.Broker!)) : site.At((broker.Host, broker.Port)).WithoutTls();

        using var time = TimeBase.Real();
        using var virtualSite = new VirtualSite(site, board, time, options.Seed, secrets);
        using var watch = new TelemetryWatch(site.Name, site.Device);
        using IRunView view = options.IsPlain ? new PlainView(Console.Out) : new LiveView(site, board);
        Connect(virtualSite, watch, view);

        view.Note($"{board.Title}; broker {site.Broker.Host}:{site.Broker.Port}; site {site.Name}, device {site.Device}");
        await watch.Start(site.Broker.Host, site.Broker.Port, cancellation);
        virtualSite.Boot();
        foreach (var fault in faults)
            fault.Schedule(virtualSite.Rack);

        await Last(watch, cancellation);
        var summary = new RunSummary(site, watch);
        virtualSite.Board.PowerCut();
        view.Dispose();
        summary.Write(Console.Out);
        return options.Seconds is null || summary.IsGood ? 0 : 1;
    }

    private static void Connect(VirtualSite site, TelemetryWatch watch, IRunView view)
    {
        site.Board.ConsoleLine += view.Console;
        site.Board.ThreadDied += (thread, e) => view.Note($"thread {thread} ended by {e.GetType().Name}: {e.Message}");
        watch.Arrived += view.Message;
        if (site.Led is { } led)
            led.Changed += view.Led;
    }

    /// <summary>Waits for the end: so many seconds after the first connection, and until what is on its way has come; or Ctrl-C.</summary>
    private async Task Last(TelemetryWatch watch, CancellationToken cancellation)
    {
        try
        {
            if (options.Seconds is not { } seconds)
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return;
            }

            await watch.Online.WaitAsync(ConnectLimit, cancellation);
            await Task.Delay(TimeSpan.FromSeconds(seconds), cancellation);
            for (var waited = TimeSpan.Zero; waited < Settle && !watch.IsComplete; waited += TimeSpan.FromMilliseconds(100))
                await Task.Delay(100, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how a run without a time limit ends.
        }
        catch (TimeoutException)
        {
            throw new CommandLineException($"The device did not come online within {ConnectLimit.TotalSeconds:0} s; run with --plain to see what it says.");
        }
    }
}
