using System.Net;
using SocketError = System.Net.Sockets.SocketError;
using VirtualBoard.Net;
using VirtualBoard.Running;

namespace VirtualBoard.Mqtt;

/// <summary>Finds the broker and opens the TCP connection, as the device's TCP/IP stack would.</summary>
internal static class Dialer
{
    /// <summary>lwIP sends SYN five times, with growing waits, before it gives up.</summary>
    private const long ConnectMs = 30_000;

    /// <summary>Real time for which virtual time stands still for an answer of the real network: a busy PC is slow, and a broker that hangs costs all of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <exception cref="SocketException">No such host, or nobody to ask.</exception>
    internal static IPAddress Resolve(string host)
    {
        try
        {
            return Board.Current.Link.Resolve(host);
        }
        catch (NetworkException e)
        {
            throw new SocketException(e.Code);
        }
    }

    /// <exception cref="SocketException">Refused, or no answer.</exception>
    internal static RelayConnection Dial(IPEndPoint broker)
    {
        var interpreter = Interpreter.Current;
        var relay = Board.Current.Link.Relay;
        using var giveUp = new CancellationTokenSource();
        var call = relay.Connect(interpreter.Time, broker, giveUp.Token);
        bool taken = false;
        try
        {
            var connection = Await(interpreter, call, holdsTime: !relay.IsStalled);
            taken = true;
            var roundTrip = relay.DelayOut + relay.DelayIn;
            if (roundTrip > TimeSpan.Zero)
                interpreter.Sleep((long)roundTrip.TotalMilliseconds);
            return connection;
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new SocketException(e.SocketErrorCode);
        }
        finally
        {
            if (!taken)
                Abandon(call, giveUp);
        }
    }

    private static RelayConnection Await(Interpreter interpreter, Task<RelayConnection> call, bool holdsTime)
    {
        using var hold = holdsTime && interpreter.Time.IsVirtual ? interpreter.Time.Hold() : null;
        using var patience = hold is null ? null : new Timer(_ => hold.Dispose(), null, Patience, Timeout.InfiniteTimeSpan);
        return interpreter.Await(call, ConnectMs, () => throw new SocketException(SocketError.TimedOut));
    }

    // The time is up, or the board has lost its power: a connection that still comes about belongs to nobody.
    private static void Abandon(Task<RelayConnection> call, CancellationTokenSource giveUp)
    {
        giveUp.Cancel();
        call.ContinueWith(
            late =>
            {
                if (late.IsCompletedSuccessfully)
                    late.Result.Dispose();
                else
                    _ = late.Exception;
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
