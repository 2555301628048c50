using System.Net;
using System.Net.Sockets;
class Probe
{
    public int Ask(byte[] data)
    {
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        using (var s = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp))
        {
            s.ReceiveTimeout = 100;
            return s.ReceiveFrom(data, ref from);
        }
    }
}
