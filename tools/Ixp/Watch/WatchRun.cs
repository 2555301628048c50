using Ixp.Commands;
using Ixp.Enroll;
using Spectre.Console;

namespace Ixp.Watch;

/// <summary>One watch, from the first connection to its end.</summary>
internal sealed class WatchRun(WatchOptions options, TextWriter output, TextWriter error)
{
    private const int LinesAround = 7;
    private const int PrintedWidth = 160;

    private readonly Lock _gate = new();
    private readonly RackBook _book = new();
    private readonly Dictionary<(string, string), string> _told = [];
    private string _state = "";

    /// <returns>The exit code: 2 if the broker is away at the end.</returns>
    /// <exception cref="CommandLineException">The first connection cannot be made.</exception>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var account = options.Account is { } file ? BrokerAccount.Read(file) : null;
        using var listener = new BrokerListener(options.Host, options.Port, options.CaFile, account);
        if (account is not null && options.CaFile is null && options.Host is not ("localhost" or "127.0.0.1"))
            await error.WriteLineAsync("ixp: the account's password goes over the network unencrypted; give the broker's authority by --tls.");
        listener.Heard += Take;
        listener.Lost += Doubt;
        listener.Said += Say;
        try
        {
            await listener.Connect(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C before the first connection.
            return 0;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (options.Seconds is { } seconds)
            end.CancelAfter(TimeSpan.FromSeconds(seconds));
        bool isLive = !options.IsJson && !Console.IsOutputRedirected;
        var drawing = isLive ? Draw(end.Token) : Task.CompletedTask;
        try
        {
            await listener.Stay(end.Token);
        }
        catch (OperationCanceledException)
        {
            // The time is over, or Ctrl-C.
        }

        await drawing;
        bool isGood = listener.IsConnected;
        if (!options.IsJson && !isLive)
            Print();
        if (!isGood)
            await error.WriteLineAsync($"ixp: {State()}");
        return isGood ? 0 : 2;
    }

    private void Take(string topic, byte[] payload, bool isRetained)
    {
        lock (_gate)
        {
            var now = DateTimeOffset.UtcNow;
            var taken = _book.Take(topic, payload, isRetained, now);
            if (payload.Length == 0)
                Forget(topic);
            if (taken is not { } rack || !options.IsJson)
                return;

            // A rack that no longer matches is told once more: that it has become better is news.
            string told = RackLine.Told(rack);
            bool wasTold = _told.TryGetValue((rack.Site, rack.Device), out string? last);
            if (told == last || (!wasTold && !options.Filter.Shows(rack)))
                return;
            if (options.Filter.Shows(rack))
                _told[(rack.Site, rack.Device)] = told;
            else
                _told.Remove((rack.Site, rack.Device));
            output.WriteLine(RackLine.Text(rack, now));
            output.Flush();
        }
    }

    private void Doubt()
    {
        lock (_gate)
            _book.Doubt();
    }

    /// <summary>A rack whose status was emptied is gone, and what was told of it with it.</summary>
    private void Forget(string topic)
    {
        if (topic.Split('/') is [_, _, var site, var device, "status"])
            _told.Remove((site, device));
    }

    private void Say(string state)
    {
        lock (_gate)
            _state = state;
        if (options.IsJson)
            error.WriteLine($"ixp: {state}");
    }

    private string State()
    {
        lock (_gate)
            return _state;
    }

    private Task Draw(CancellationToken cancellation) => AnsiConsole.Live(new Text("")).AutoClear(false).StartAsync(async context =>
    {
        while (true)
        {
            context.UpdateTarget(Picture(AnsiConsole.Profile.Width, AnsiConsole.Profile.Height - LinesAround, "   Ctrl-C ends"));
            context.Refresh();
            if (cancellation.IsCancellationRequested)
                return;
            await Task.Delay(500, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    });

    /// <summary>The table once, for a pipe or a file.</summary>
    private void Print()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = PrintedWidth;
        console.Write(Picture(PrintedWidth, int.MaxValue, ""));
    }

    private Spectre.Console.Rendering.IRenderable Picture(int width, int rows, string behind)
    {
        lock (_gate)
            return RackTable.Make(_book.Racks, options.Filter, _state + behind, width, rows, DateTimeOffset.UtcNow);
    }
}
