using System.Net.Sockets;

namespace Appliance.App.Probing.Tcp;

/// <summary>A service that has to say something: it is read until that is clear.</summary>
public abstract class ReplyCheck : TcpCheck
{
    protected ReplyCheck()
        : base(false)
    {
    }

    public override bool Converse(Socket socket, byte[] buffer)
    {
        int length = 0;
        while (IsIncomplete(buffer, length))
        {
            int received = socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
            if (received <= 0)
            {
                return false;
            }

            length += received;
        }

        return IsExpected(buffer, length);
    }

    /// <returns>True while more is needed to tell.</returns>
    protected abstract bool IsIncomplete(byte[] reply, int length);

    /// <param name="reply">Complete.</param>
    protected abstract bool IsExpected(byte[] reply, int length);
}
