using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace VirtualRack.Equipment.Services;

/// <summary>A web server of one page, which answers HEAD and GET for any path (RFC 9112).</summary>
public sealed class HttpService : TcpService
{
    private const int LongestRequest = 8192;

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Request line and fields of the last request that was whole.</summary>
    public string LastRequest { get; private set; } = string.Empty;

    protected override async Task Talk(Socket peer)
    {
        string request = await Read(peer).ConfigureAwait(false);
        bool isWhole = request.EndsWith("\r\n\r\n", StringComparison.Ordinal);
        bool isHead = request.StartsWith("HEAD ", StringComparison.Ordinal);
        if (isWhole)
            LastRequest = request;
        int status = !isWhole ? 400 : isHead || request.StartsWith("GET ", StringComparison.Ordinal) ? Status : 405;
        string body = isHead ? string.Empty : "virtual\n";
        string answer = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} {(status < 400 ? "OK" : "Error")}\r\nContent-Length: 8\r\nConnection: close\r\n\r\n{body}");
        await peer.SendAsync(Encoding.ASCII.GetBytes(answer)).ConfigureAwait(false);
        peer.Shutdown(SocketShutdown.Send);
    }

    private static async Task<string> Read(Socket peer)
    {
        byte[] buffer = new byte[LongestRequest];
        int length = 0;
        while (length < buffer.Length && !buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            int read = await peer.ReceiveAsync(buffer.AsMemory(length)).ConfigureAwait(false);
            if (read == 0)
                break;
            length += read;
        }

        return Encoding.Latin1.GetString(buffer, 0, length);
    }
}
