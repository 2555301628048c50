using System.Net.Sockets;
using Appliance.Core.Probing;

namespace Appliance.App.Probing.Tcp;

/// <summary>A service that greets: its greeting has to begin as expected.</summary>
public sealed class BannerCheck : TcpCheck
{
    private readonly Banner _banner;

    public BannerCheck(Banner banner)
        : base(false)
    {
        _banner = banner;
    }

    public override bool Converse(Socket socket, byte[] buffer)
    {
        int length = 0;
        while (true)
        {
            BannerMatch match = _banner.Look(buffer, length);
            int received = match == BannerMatch.Incomplete ? socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None) : 0;
            if (received <= 0)
            {
                return match == BannerMatch.Matched;
            }

            length += received;
        }
    }
}
