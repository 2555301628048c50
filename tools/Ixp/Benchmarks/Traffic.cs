using System.Text;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Telemetry;
using Mosquitto;
using VirtualBoard.Running;

namespace Ixp.Benchmarks;

/// <summary>What the whole firmware publishes, counted at a real broker while virtual time passes.</summary>
internal sealed record Traffic(int Messages, long Bytes)
{
    /// <summary>Real time that one wait for the loopback network may take; nobody there needs longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    public static async Task<Traffic> Measure(Site site, Sites.Board board, TimeSpan span, CancellationToken cancellation)
    {
        await using var broker = await Broker.StartNew(cancellation: cancellation);
        site = site.At((broker.Host, broker.Port));
        using var time = TimeBase.Virtual();
        using var rack = new VirtualSite(site, board, time);
        rack.Board.Link.Patience = Patience;
        using var watch = new TelemetryWatch(site.Name, site.Device);
        long bytes = 0;
        watch.Arrived += m => Interlocked.Add(ref bytes, Encoding.UTF8.GetByteCount(m.Text));
        await watch.Start(broker.Host, broker.Port, cancellation);
        rack.Boot();
        time.RunFor(TimeSpan.FromMinutes(1));
        int messagesBefore = watch.Messages;
        long bytesBefore = Interlocked.Read(ref bytes);
        time.RunFor(span);
        return new Traffic(watch.Messages - messagesBefore, Interlocked.Read(ref bytes) - bytesBefore);
    }
}
