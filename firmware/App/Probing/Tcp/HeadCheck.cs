using System.Net.Sockets;
using Appliance.Core.Http;

namespace Appliance.App.Probing.Tcp;

/// <summary>
/// A web server: it has to answer HEAD by a status line. Whatever the page is, the server works unless it says itself that it does
/// not (5xx, RFC 9110 section 15.6).
/// </summary>
public sealed class HeadCheck : TcpCheck
{
    private const int FirstServerError = 500;

    private readonly byte[] _request;

    /// <param name="request">Of <see cref="HeadRequest"/>.</param>
    public HeadCheck(byte[] request)
        : base(false)
    {
        _request = request;
    }

    public override bool Converse(Socket socket, byte[] buffer)
    {
        socket.Send(_request);
        int length = 0;
        while (true)
        {
            int status = StatusLine.Read(buffer, length);
            int received = status == StatusLine.Incomplete ? socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None) : 0;
            if (received <= 0)
            {
                return status > 0 && status < FirstServerError;
            }

            length += received;
        }
    }
}
