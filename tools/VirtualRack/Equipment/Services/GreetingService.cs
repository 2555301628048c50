using System.Net.Sockets;
using System.Text;

namespace VirtualRack.Equipment.Services;

/// <summary>Takes connections, greets if it has a greeting, and waits for the peer to hang up.</summary>
public sealed class GreetingService(string? greeting = null) : TcpService
{
    /// <summary>How SSH begins (RFC 4253, section 4.2).</summary>
    public const string Ssh = "SSH-2.0-";

    /// <summary>The line it sends first, without its end; null for none.</summary>
    public string? Greeting { get; set; } = greeting;

    protected override async Task Talk(Socket peer)
    {
        if (Greeting is { } line)
            await peer.SendAsync(Encoding.ASCII.GetBytes(line + "\r\n")).ConfigureAwait(false);
        byte[] waste = new byte[1024];
        while (await peer.ReceiveAsync(waste).ConfigureAwait(false) > 0)
        {
        }
    }
}
