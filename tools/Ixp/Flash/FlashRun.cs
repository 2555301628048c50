using Ixp.Sites;

namespace Ixp.Flash;

/// <summary>Makes a board the appliance of a site: firmware, application, configuration, network settings, and a look whether it runs.</summary>
internal sealed class FlashRun(FlashOrder order, Nanoff nanoff, IFlashView view)
{
    private readonly FlashTarget _target = FlashTarget.Of(order.Board);

    /// <summary>How long a board may take from its restart to the line that says that it runs.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Waits for whoever has to do something at a board that nothing but a hand can restart.</summary>
    public Action<string> Pause { get; init; } = _ => { };

    /// <summary>How long its status may take from there to the broker.</summary>
    public TimeSpan StatusPatience { get; init; } = TimeSpan.FromSeconds(120);

    /// <exception cref="FlashException">It cannot go on; says what to do.</exception>
    /// <exception cref="SiteException">The site cannot be packed.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        order.RefuseWithoutImage();
        bool asksBroker = order is { Site: not null, Account: not null };
        using var status = asksBroker ? StatusWatch.Of(order.Site!.Site, order.NocPort, order.Account!) : null;
        string port = SerialPorts.Choose(order.Port, SerialPorts.All);
        await nanoff.Check(FirmwarePin.Current.Nanoff, cancellation);
        string firmware = await FirmwareChoice.Make(order.FirmwareVersion, _target.Image, order.Archive, nanoff, view.Line, cancellation);

        using var folder = new FlashFolder();
        if (order.Site is not null)
            folder.Fill(order.Site);
        var steps = FlashPlan.Of(order, _target, port, firmware, order.Site is null ? null : folder.Files, order.Site is null ? null : folder.Network);
        int count = steps.Count + (asksBroker ? 2 : 1);
        for (int i = 0; i < steps.Count; i++)
        {
            view.Begin(i + 1, count, steps[i].Title);
            HaveStarted(i);
            await Do(steps[i], cancellation);
            view.Done();
        }

        view.Begin(steps.Count + 1, count, "start");
        HaveStarted(steps.Count);
        bool isAsked = status is not null && await status.TryConnect(view.Line, cancellation);
        await Start(port, cancellation);
        view.Done();
        if (!isAsked)
            return;
        view.Begin(count, count, "status at the broker");
        await Await(status!, cancellation);
        view.Done();
    }

    /// <summary>Has a board that nothing else can restart brought out of its loader, before the first step that needs it to run.</summary>
    private void HaveStarted(int step)
    {
        if (step == FlashPlan.FirstOnRunningBoard && !order.Board.Serial.HasUsb)
            Pause("Take pin 0 off ground, if it is, and press RESET or take the power off and on, so that the board runs. Then press Enter.");
    }

    private async Task Do(FlashStep step, CancellationToken cancellation)
    {
        var result = await nanoff.Run(step.Call, new HelpFilter(view.Line).Take, cancellation);
        NanoffFailure.Refuse(result, step.Title);
    }

    private async Task Start(string port, CancellationToken cancellation)
    {
        using var monitor = new BoardMonitor(port, _target.Baud);
        RunningLine? running = null;
        string last = "";
        monitor.Restart();
        bool isUp = await monitor.Listen(IsEnd, StartPatience, cancellation);
        if (!isUp && !monitor.HasAnswered)
            throw new FlashException("the board does not answer after it was flashed", "Press RESET on the board, and flash again; if it stays silent, flash once more with --erase, which takes its old settings and reports away.");
        if (!isUp)
            throw new FlashException($"the board runs, but not the appliance{(last.Length > 0 ? $"; it says '{last}'" : "")}", StartFailure.Next(last));
        if (running is not null && running.Image != _target.Image)
            throw new FlashException($"the board says that its image is {running.Image}, not {_target.Image}", "Look at the name of the board, and take the --board that it is.");

        bool IsEnd(string line)
        {
            view.Line(line);
            last = line.StartsWith("boot: ", StringComparison.Ordinal) ? line : last;
            running = RunningLine.Parse(line) ?? running;
            return running is not null || (order.Site is null && StartFailure.IsWithoutConfiguration(line));
        }
    }

    private async Task Await(StatusWatch status, CancellationToken cancellation)
    {
        if (!await status.IsOnline(StatusPatience, cancellation))
        {
            throw new FlashException(
                "the board runs, but no status of it reached the broker",
                "Look at its light: long and short is no network or no broker, six slow blinks are a broker that does not take it. The README lists what uplink_cause means.");
        }
    }
}
