using System.Globalization;
using System.Text.Json.Nodes;
using Ixp.Sites;
using Ixp.Telemetry;
using Spectre.Console;
using Spectre.Console.Rendering;
using VirtualRack.Chips;

namespace Ixp.Running;

/// <summary>The rack as a person in front of it and a NOC far away see it at once: LED, values, targets, messages.</summary>
internal sealed class LiveView : IRunView
{
    private const int RecentLines = 12;
    private static readonly TimeSpan LedStrip = TimeSpan.FromSeconds(6);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly SortedDictionary<string, JsonObject> _latest = new(StringComparer.Ordinal);
    private readonly Queue<string> _recent = new();
    private readonly Queue<(DateTime At, bool IsLit)> _led = new();
    private readonly Task _drawing;
    private readonly string _title;
    private int _messages;
    private bool _isLit;

    public LiveView(Site site, Board board)
    {
        _title = $"{site.Name} / {site.Device} on {board.Title}, broker {site.Broker.Host}:{site.Broker.Port}";
        _drawing = Task.Run(Draw);
    }

    public void Note(string text) => Line("ixp", text);

    public void Console(string line) => Line("board", line);

    public void Message(TelemetryMessage message)
    {
        lock (_gate)
        {
            _messages++;
            if (message.Payload is JsonObject payload)
                _latest[message.Path] = payload;
        }

        Line(message.Path, message.Text);
    }

    public void Led(LedChange change)
    {
        lock (_gate)
        {
            _isLit = change.Colour != LedColour.Dark;
            _led.Enqueue((DateTime.UtcNow, _isLit));
        }
    }

    public void Dispose()
    {
        if (_end.IsCancellationRequested)
            return;
        _end.Cancel();
        _drawing.Wait();
    }

    private void Line(string source, string text)
    {
        lock (_gate)
        {
            if (_recent.Count == RecentLines)
                _recent.Dequeue();
            string line = $"{DateTime.Now:HH:mm:ss} {source,-14} {text}";
            int width = Math.Max(20, AnsiConsole.Profile.Width - 4);
            _recent.Enqueue(line.Length <= width ? line : line[..(width - 1)] + "…");
        }
    }

    private Task Draw() => AnsiConsole.Live(new Text("")).AutoClear(false).StartAsync(async context =>
    {
        while (!_end.IsCancellationRequested)
        {
            context.UpdateTarget(Picture());
            context.Refresh();
            await Task.Delay(100, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    });

    private Rows Picture()
    {
        lock (_gate)
        {
            var table = new Table().Border(TableBorder.Rounded).Expand();
            table.AddColumns("group", "latest values");
            foreach (var (path, payload) in _latest.Where(l => !l.Key.StartsWith("backlog/", StringComparison.Ordinal) && l.Key is not "meta"))
                table.AddRow(new Text(path), Values(payload));
            return new Rows(
                new Text($"{_title}   {_messages} messages"),
                Strip(),
                table,
                new Panel(new Rows(_recent.Select(l => new Text(l) { Overflow = Overflow.Crop }))) { Header = new PanelHeader("messages"), Expand = true },
                new Text("Ctrl-C ends"));
        }
    }

    /// <summary>The LED now, and what it showed in the last seconds, 100 ms a character.</summary>
    private Markup Strip()
    {
        const int StepMs = 100;
        var from = DateTime.UtcNow - LedStrip;
        var changes = _led.ToArray();
        var strip = new System.Text.StringBuilder();
        for (int ms = 0; ms < LedStrip.TotalMilliseconds; ms += StepMs)
        {
            var at = from.AddMilliseconds(ms + StepMs);
            bool wasLit = changes.LastOrDefault(c => c.At <= at).IsLit
                || changes.Any(c => c.IsLit && c.At > at.AddMilliseconds(-StepMs) && c.At <= at);
            strip.Append(wasLit ? '█' : '·');
        }

        while (_led.Count > 200)
            _led.Dequeue();
        return new Markup($"LED {(_isLit ? "[green]●[/]" : "[grey]○[/]")}  [green]{strip}[/]");
    }

    private static IRenderable Values(JsonObject payload)
    {
        var values = payload
            .Where(p => p.Key is not ("ts" or "session" or "seq" or "up_s"))
            .Select(p => $"{p.Key} {Convert.ToString(p.Value, CultureInfo.InvariantCulture)}");
        return new Text(string.Join("  ", values));
    }
}
