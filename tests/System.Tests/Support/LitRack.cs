using Ixp.Running;
using Ixp.Sites;
using Mosquitto;
using VirtualBoard.Running;
using VirtualRack.Chips;

namespace SystemTests.Support;

/// <summary>The demonstration rack with nothing to probe, in virtual time, and somebody in front of it who watches the light and presses the button.</summary>
internal sealed class LitRack : IAsyncDisposable
{
    private readonly Broker _broker;
    private readonly List<string> _deaths = [];

    private LitRack(Broker broker, Site site, Board board)
    {
        _broker = broker;
        Site = new VirtualSite(site, board, Time);
        Site.Board.ThreadDied += (thread, e) => _deaths.Add($"{thread}: {e.Message}");
    }

    public TimeBase Time { get; } = TimeBase.Virtual();

    public VirtualSite Site { get; }

    public LedWatcher Led => Site.Led!;

    /// <summary>Threads of the firmware that ended by an exception.</summary>
    public IReadOnlyList<string> Deaths => _deaths;

    /// <summary>Time of the world at which the last look began.</summary>
    public long LookedFrom { get; private set; }

    /// <summary>Starts a broker and the board; no time has passed.</summary>
    /// <param name="beforeBoot">What is to be so from the beginning.</param>
    /// <param name="isOnI2cOnly">Leaves the thermometers on 1-Wire out.</param>
    public static async Task<LitRack> Start(Board board, Action<VirtualSite>? beforeBoot = null, bool isOnI2cOnly = false)
    {
        var broker = await Broker.StartNew(cancellation: TestContext.Current.CancellationToken);
        var site = TestSite.At(broker.Host, broker.Port) with { Targets = [] };
        if (isOnI2cOnly)
            site = site with { Sensors = [.. site.Sensors.Where(s => s.Kind.Name is not "ds18b20")] };
        var rack = new LitRack(broker, site, board);
        beforeBoot?.Invoke(rack.Site);
        rack.Site.Boot();
        return rack;
    }

    public void RunFor(TimeSpan span) => Time.RunFor(span);

    /// <summary>Holds the button for so long, and lets a second pass.</summary>
    public void Press(TimeSpan span)
    {
        Site.Button!.IsActive = true;
        RunFor(span);
        Site.Button.IsActive = false;
        RunFor(TimeSpan.FromSeconds(1));
    }

    /// <returns>Milliseconds of each time the light was lit while somebody looked for so long.</returns>
    public IReadOnlyList<long> Blinks(TimeSpan span)
    {
        Watch(span);
        return LedBlinks.Since(Led, LookedFrom);
    }

    /// <returns>The colours that it turned to meanwhile, blue first.</returns>
    public IReadOnlyList<LedColour> ColoursOf(TimeSpan span)
    {
        Watch(span);
        return [.. Led.History.Where(c => c.AtMicros >= LookedFrom).Select(c => c.Colour).Distinct().OrderBy(c => c.Red).ThenBy(c => c.Green)];
    }

    /// <returns>Whether the red, the amber and the green LED were lit meanwhile.</returns>
    public IReadOnlyList<bool> AreLit(TimeSpan span)
    {
        Watch(span);
        var three = (ThreeLeds)Led;
        return [.. new[] { three.Red, three.Amber, three.Green }.Select(l => l.History.Any(c => c.AtMicros >= LookedFrom && c.Colour.IsLit))];
    }

    public async ValueTask DisposeAsync()
    {
        Site.Dispose();
        Time.Dispose();
        await _broker.DisposeAsync();
    }

    private void Watch(TimeSpan span)
    {
        LookedFrom = Time.NowMicros;
        RunFor(span);
    }
}
