using System.Net.Sockets;
using VirtualBoard;
using VirtualBoard.Net;
using VirtualBoard.Running;

namespace System.Net;

/// <summary>Calls into the network of the board, with the device's exceptions.</summary>
internal static class NetworkCall
{
    public static NetworkLink Link => Board.Current.Link;

    /// <summary>Waits while the other threads run.</summary>
    /// <param name="patience">Real time for which virtual time stands still.</param>
    /// <exception cref="SocketException">It failed; 10060 when the time was up.</exception>
    public static T Await<T>(OutsideOperation<T> start, int timeoutMs, TimeSpan patience)
    {
        try
        {
            var interpreter = Interpreter.Current;
            return Outside.Call(interpreter, start, timeoutMs, patience);
        }
        catch (NetworkException e)
        {
            throw new SocketException(e.Code);
        }
    }

    /// <summary>Does what does not wait.</summary>
    public static T Do<T>(Func<T> action)
    {
        _ = Interpreter.Current;
        try
        {
            return action();
        }
        catch (NetworkException e)
        {
            throw new SocketException(e.Code);
        }
    }
}
