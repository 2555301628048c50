extern alias corlib;

using System.Net.Sockets;
using VirtualBoard;
using VirtualBoard.Running;
using VirtualRack.Faults;
using VirtualRack.Wiring;
using Xunit;
using EndPoint = corlib::System.Net.EndPoint;
using Environment = corlib::System.Environment;
using IPAddress = corlib::System.Net.IPAddress;
using IPEndPoint = corlib::System.Net.IPEndPoint;
using Socket = corlib::System.Net.Sockets.Socket;
using SocketException = corlib::System.Net.Sockets.SocketException;
using Thread = corlib::System.Threading.Thread;

namespace Tools.Tests.Rack;

/// <summary>Device code asks the machines around its rack, in virtual time.</summary>
public sealed class ProbedEquipmentTests : IDisposable
{
    private const string Uptime = "1.3.6.1.2.1.1.3.0";

    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;
    private readonly WiredRack _wired;
    private readonly SnmpClient _codec;

    public ProbedEquipmentTests()
    {
        _board = new Board(time: _time);
        _wired = WiredRack.Wire(_board, [], plan: EquipmentTests.Usual);
        _codec = new SnmpClient(_wired.Equipment!.HostOf("switch1-snmp").Services["switch1-snmp"].EndPoint);
    }

    public void Dispose()
    {
        _codec.Dispose();
        _board.Dispose();
        _wired.Equipment!.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void AnswersCostNoVirtualTimeAndTellOfTheVeryMoment() => _board.Run(() =>
    {
        var socket = Open();
        uint first = Ask(socket).Ticks;
        for (int i = 1; i <= 200; i++)
        {
            Thread.Sleep(30_000);
            var (ticks, ms) = Ask(socket);
            Assert.Equal((first + (uint)(i * 3000), 0L), (ticks, ms));
        }
    });

    [Fact]
    public void ASlowMachineAnswersLate()
    {
        FaultOrder.Parse("slow:switch1@10+10").Schedule(_wired);
        _board.Run(() =>
        {
            var socket = Open();
            long[] times = new long[5];
            for (int i = 0; i < times.Length; i++)
            {
                times[i] = Ask(socket).Ms;
                Thread.Sleep(5_000 - (int)times[i]);
            }

            Assert.Equal([0, 0, 300, 300, 0], times);
        });
    }

    [Fact]
    public void ADeadSwitchAndWhatIsBehindItAreSilent()
    {
        FaultOrder.Parse("switch-down").Schedule(_wired);
        _board.Run(() =>
        {
            var socket = Open();
            long before = Environment.TickCount64;
            Assert.Equal(10060, Assert.Throws<SocketException>(() => Ask(socket)).ErrorCode);
            Assert.Equal(2000, Environment.TickCount64 - before);

            int code = 0;
            var web = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            var dialer = new Thread(() => code = Assert.Throws<SocketException>(() => web.Connect(At("web"))).ErrorCode);
            dialer.Start();
            Thread.Sleep(5000);
            Assert.Equal(0, code);
            web.Close();
            dialer.Join();
        });
    }

    [Fact]
    public void AServiceThatHasEndedRefuses()
    {
        FaultOrder.Parse("service-down:web").Schedule(_wired);
        _board.Run(() => Assert.Equal(
            10061,
            Assert.Throws<SocketException>(() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Connect(At("web"))).ErrorCode));
    }

    private static Socket Open() => new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 2000 };

    private IPEndPoint At(string target) => new(new IPAddress(_wired.Equipment!.HostOf(target).Address.GetAddressBytes()), _wired.Equipment.PortOf(target));

    private (uint Ticks, long Ms) Ask(Socket socket)
    {
        long before = Environment.TickCount64;
        socket.SendTo(_codec.Request(SnmpClient.Get, [Uptime]), At("switch1-snmp"));
        byte[] buffer = new byte[500];
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        int length = socket.ReceiveFrom(buffer, ref from);
        return ((uint)_codec.Read(buffer.AsMemory(0, length)).Bindings[0].Value, Environment.TickCount64 - before);
    }
}
