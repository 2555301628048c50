using System.Net.Sockets;

namespace VirtualRack.Equipment.Services;

/// <summary>A router's BGP port: takes a connection of somebody who is no peer of its own, and closes it at once.</summary>
public sealed class BgpService : TcpService
{
    protected override Task Talk(Socket peer) => Task.CompletedTask;
}
