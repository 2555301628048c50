using System.Net.Sockets;
using Appliance.Core.Http;

namespace Appliance.App.Probing.Tcp;

/// <summary>
/// A web server: it has to answer HEAD by a status line. Whatever the page is, the server works unless it says itself that it does
/// not (5xx, RFC 9110 section 15.6).
/// </summary>
public sealed class HeadCheck : ReplyCheck
{
    private const int FirstServerError = 500;

    private readonly byte[] _request;

    /// <param name="request">Of <see cref="HeadRequest"/>.</param>
    public HeadCheck(byte[] request)
    {
        _request = request;
    }

    public override bool Converse(Socket socket, byte[] buffer)
    {
        socket.Send(_request);
        return base.Converse(socket, buffer);
    }

    protected override bool IsIncomplete(byte[] reply, int length) => StatusLine.Read(reply, length) == StatusLine.Incomplete;

    protected override bool IsExpected(byte[] reply, int length)
    {
        int status = StatusLine.Read(reply, length);
        return status > 0 && status < FirstServerError;
    }
}
