using System.Net;
using VirtualBoard;
using VirtualBoard.Net;
using VirtualRack.Equipment.Devices;
using VirtualRack.Equipment.Services;

namespace VirtualRack.Equipment;

/// <summary>A machine in the network: an address, what runs on it, and what lies before it.</summary>
public sealed class NetworkHost
{
    private readonly Dictionary<string, NetworkService> _services = new(StringComparer.Ordinal);
    private readonly List<NetworkHost> _parents = [];
    private readonly List<SnmpDevice> _devices = [];
    private readonly Action _review;
    private bool _isDown;

    internal NetworkHost(Board board, string name, IPAddress address, Action review)
    {
        Name = name;
        Address = address;
        Path = board.Link.To(address);
        _review = review;
    }

    /// <summary>That of its first target.</summary>
    public string Name { get; }

    public IPAddress Address { get; }

    /// <summary>The board's way to it, with its delay and losses.</summary>
    public NetworkPath Path { get; }

    /// <summary>What runs on it, by target.</summary>
    public IReadOnlyDictionary<string, NetworkService> Services => _services;

    /// <summary>Switches and supplies that it is.</summary>
    public IReadOnlyList<SnmpDevice> Devices => _devices;

    /// <summary>Machines by which the board reaches it; one of them is enough.</summary>
    public IReadOnlyList<NetworkHost> Parents => _parents;

    /// <summary>The machine is off: it is silent, and so is all that is reached by it alone.</summary>
    public bool IsDown
    {
        get => _isDown;
        set
        {
            _isDown = value;
            _review();
        }
    }

    /// <summary>The machine is off, or everything on the way to it is.</summary>
    public bool IsSilent => Path.IsSilent;

    internal List<string> Targets { get; } = [];

    internal void Add(string target, NetworkService service) => _services.Add(target, service);

    internal void Add(SnmpDevice device) => _devices.Add(device);

    internal void Follow(NetworkHost parent)
    {
        if (parent != this && !_parents.Contains(parent))
            _parents.Add(parent);
    }
}
