using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using VirtualBoard.Running;

namespace VirtualBoard.Net;

/// <summary>The board's cable and what its network offers.</summary>
public sealed class NetworkLink
{
    /// <summary>LWIP_MAX_SOCKETS of the ESP32 images.</summary>
    public const int MaxSockets = 16;

    /// <summary>lwIP asks a name server four times and waits 1, 1, 2 and 3 s.</summary>
    private const long ResolverMicros = 7_000_000;

    private readonly HashSet<HostSocket> _sockets = [];
    private readonly ConcurrentDictionary<IPAddress, NetworkPath> _paths = new();
    private bool _isUp = true;

    internal NetworkLink(TimeBase time)
    {
        Time = time;
        Relay = new LinkRelay(this);
    }

    /// <summary>The link came up or went down.</summary>
    public event Action<bool>? Changed;

    public bool IsUp
    {
        get => _isUp;
        set
        {
            if (_isUp == value)
                return;
            _isUp = value;
            if (!value)
                FailSockets();
            Changed?.Invoke(value);
        }
    }

    /// <summary>Address that DHCP gives, or the static one.</summary>
    public IPAddress Address { get; set; } = IPAddress.Parse("192.0.2.10");

    public IPAddress Mask { get; set; } = IPAddress.Parse("255.255.255.0");

    public IPAddress Gateway { get; set; } = IPAddress.Parse("192.0.2.1");

    /// <summary>Addresses of the resolvers, as the firmware sees them.</summary>
    public IReadOnlyList<IPAddress> Resolvers { get; set; } = [IPAddress.Parse("192.0.2.1")];

    /// <summary>The address comes from DHCP; false once the firmware has set its own.</summary>
    public bool IsDhcp { get; set; } = true;

    /// <summary>The resolvers come from DHCP.</summary>
    public bool HasAutomaticResolvers { get; private set; } = true;

    /// <summary>Names resolve; otherwise every look-up fails after the resolver's time-out.</summary>
    public bool HasDns { get; set; } = true;

    /// <summary>Names that this network knows, before those that the PC can resolve.</summary>
    public Dictionary<string, IPAddress> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The path of the TCP connections that libraries of the PC make for the board, with its faults.</summary>
    public LinkRelay Relay { get; }

    /// <summary>A time server answers.</summary>
    public bool HasTimeServer { get; set; } = true;

    /// <summary>
    /// How long virtual time stands still for an answer from the real network, before a silent peer costs virtual time. Long
    /// enough for a loaded PC; a world with many silent peers does well to lower it.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The image and its network stack let the firmware open raw sockets; otherwise that fails with AccessDenied (10013).</summary>
    public bool PermitsRaw { get; set; } = true;

    /// <summary>Makes the sockets of the PC that stand for those of the board: in a network namespace, say, with hosts of a test.</summary>
    public Func<AddressFamily, SocketType, ProtocolType, Socket> Opener { get; set; } = (family, type, protocol) => new Socket(family, type, protocol);

    /// <summary>Which datagrams a lossy path loses; read when the path is asked for first.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>How many sockets the firmware has open.</summary>
    public int OpenSockets
    {
        get
        {
            lock (_sockets)
                return _sockets.Count;
        }
    }

    /// <summary>The most sockets that were open at once since the board exists.</summary>
    public int PeakSockets { get; private set; }

    /// <summary>Sockets that were opened since the board exists, accepted ones among them.</summary>
    public int SocketsOpened { get; private set; }

    internal TimeBase Time { get; }

    /// <summary>The way to an address, for faults on it; made at first use.</summary>
    public NetworkPath To(IPAddress address) => _paths.GetOrAdd(address, a => new NetworkPath(Time, a, Seed));

    /// <summary>Opens a socket of the PC for the board.</summary>
    /// <exception cref="NetworkException">16 are open, or image or PC refuse this kind.</exception>
    public HostSocket Open(AddressFamily family, SocketType type, ProtocolType protocol)
    {
        ThrowIfFull();
        if (type == SocketType.Raw && !PermitsRaw)
            throw new NetworkException(SocketError.AccessDenied);

        try
        {
            return Add(HostSocket.Create(this, family, type, protocol));
        }
        catch (SocketException e)
        {
            throw NetworkException.From(e, linkIsUp: true);
        }
    }

    /// <summary>Address of a name, for a thread of the board: all of them stand while it asks.</summary>
    /// <exception cref="NetworkException">HostNotFound, after the resolver's time-out when nobody answers.</exception>
    public IPAddress Resolve(string name)
    {
        if (IPAddress.TryParse(name, out var literal))
            return literal;
        if (!IsUp || !HasDns)
        {
            Interpreter.Current.Spend(ResolverMicros);
            throw new NetworkException(SocketError.HostNotFound);
        }

        if (Names.TryGetValue(name, out var known))
            return known;

        try
        {
            foreach (var address in Dns.GetHostAddresses(name, AddressFamily.InterNetwork))
                return address;
        }
        catch (SocketException)
        {
            // Told below, as for a name without an IPv4 address.
        }

        throw new NetworkException(SocketError.HostNotFound);
    }

    internal void SetStatic(byte[] address, byte[] mask, byte[] gateway)
    {
        Address = new IPAddress(address);
        Mask = new IPAddress(mask);
        Gateway = new IPAddress(gateway);
        IsDhcp = false;
    }

    internal void SetDhcp()
    {
        IsDhcp = true;
        HasAutomaticResolvers = true;
    }

    internal void SetResolvers(byte[][] addresses)
    {
        Resolvers = Array.ConvertAll(addresses, a => new IPAddress(a));
        HasAutomaticResolvers = false;
    }

    internal HostSocket Add(HostSocket socket)
    {
        lock (_sockets)
        {
            _sockets.Add(socket);
            SocketsOpened++;
            PeakSockets = Math.Max(PeakSockets, _sockets.Count);
        }

        return socket;
    }

    internal void ThrowIfFull()
    {
        if (OpenSockets >= MaxSockets)
            throw new NetworkException(SocketError.TooManyOpenSockets);
    }

    internal void Remove(HostSocket socket)
    {
        lock (_sockets)
            _sockets.Remove(socket);
    }

    /// <summary>The board is off: every socket is gone.</summary>
    internal void CloseSockets()
    {
        foreach (var socket in Sockets())
            socket.Dispose();
    }

    private void FailSockets()
    {
        foreach (var socket in Sockets())
            socket.Fail();
    }

    private HostSocket[] Sockets()
    {
        lock (_sockets)
            return [.. _sockets];
    }
}
