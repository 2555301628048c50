using Mosquitto;
using VirtualBoard;
using VirtualBoard.Running;
using Xunit;

namespace Tools.Tests.Mqtt;

/// <summary>A real broker, a board in real time and one in virtual time.</summary>
public abstract class BrokerTest : IAsyncLifetime
{
    private readonly TimeBase _virtualTime = TimeBase.Virtual();

    protected BrokerTest()
    {
        Board = new Board();
        VirtualBoard = new Board(time: _virtualTime);
    }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected Broker Broker { get; private set; } = null!;

    protected Board Board { get; }

    /// <summary>For what takes the device seconds and depends on nothing that the PC starts by itself.</summary>
    protected Board VirtualBoard { get; }

    protected virtual BrokerOptions Options => new();

    public async ValueTask InitializeAsync() => Broker = await Broker.StartNew(Options, Cancellation);

    public ValueTask DisposeAsync()
    {
        Board.Dispose();
        VirtualBoard.Dispose();
        _virtualTime.Dispose();
        GC.SuppressFinalize(this);
        return Broker.DisposeAsync();
    }

    /// <summary>Uptime of the calling board thread's board.</summary>
    protected static long UptimeMs => Interpreter.Current.UptimeMicros / 1000;
}
