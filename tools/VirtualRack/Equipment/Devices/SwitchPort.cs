namespace VirtualRack.Equipment.Devices;

/// <summary>A port of a switch: its state and its counters.</summary>
public sealed class SwitchPort
{
    private readonly VirtualSwitch _owner;
    private bool _isDown;
    private double _errorsPerMinute;
    private ulong _inBefore;
    private ulong _outBefore;
    private double _errorsBefore;

    internal SwitchPort(VirtualSwitch owner, string name, string interfaceName, int index, int megabits, PortTraffic traffic)
    {
        _owner = owner;
        Name = name;
        InterfaceName = interfaceName;
        Index = index;
        Megabits = megabits;
        Traffic = traffic;
        _errorsPerMinute = 0.02;
        double before = owner.Agent.UptimeTicks / 100.0;
        _inBefore = _outBefore = (ulong)(traffic.OctetsPerSecond * before);
        _errorsBefore = _errorsPerMinute * before / 60;
    }

    /// <summary>As the plan has it.</summary>
    public string Name { get; }

    /// <summary>ifName and ifDescr.</summary>
    public string InterfaceName { get; }

    /// <summary>ifIndex.</summary>
    public int Index { get; internal set; }

    /// <summary>ifHighSpeed.</summary>
    public int Megabits { get; }

    /// <summary>No link: ifOperStatus is 2 and the counters stand.</summary>
    public bool IsDown
    {
        get => _isDown;
        set => _owner.Change(() => _isDown = value);
    }

    /// <summary>How many damaged frames come in.</summary>
    public double ErrorsPerMinute
    {
        get => _errorsPerMinute;
        set => _owner.Change(() => _errorsPerMinute = value);
    }

    /// <summary>ifHCInOctets.</summary>
    public ulong InOctets => _owner.Read(seconds => _inBefore + (ulong)InSince(seconds));

    /// <summary>ifHCOutOctets.</summary>
    public ulong OutOctets => _owner.Read(seconds => _outBefore + (ulong)OutSince(seconds));

    /// <summary>ifInErrors, before it comes round.</summary>
    public ulong InErrors => _owner.Read(seconds => (ulong)(_errorsBefore + ErrorsSince(seconds)));

    /// <summary>ifCounterDiscontinuityTime: sysUpTime at which the counters were cleared; 0 when that was with the switch itself.</summary>
    public uint DiscontinuityTicks { get; private set; }

    internal PortTraffic Traffic { get; }

    /// <summary>Somebody clears the counters of this port while the switch goes on.</summary>
    public void ClearCounters()
    {
        uint ticks = _owner.Agent.UptimeTicks;
        _owner.Change(() =>
        {
            Clear();
            DiscontinuityTicks = ticks;
        });
    }

    internal void Clear()
    {
        _inBefore = _outBefore = 0;
        _errorsBefore = 0;
        DiscontinuityTicks = 0;
    }

    /// <summary>Keeps what was counted until now.</summary>
    internal (ulong In, ulong Out, double Errors) Counted(double seconds) =>
        (_inBefore + (ulong)InSince(seconds), _outBefore + (ulong)OutSince(seconds), _errorsBefore + ErrorsSince(seconds));

    internal void Keep((ulong In, ulong Out, double Errors) counted) => (_inBefore, _outBefore, _errorsBefore) = counted;

    internal double InSince(double seconds) => _isDown ? 0 : Math.Max(0, Traffic.Until(seconds) - Traffic.Until(_owner.SettledAt));

    /// <summary>What came in anywhere goes out somewhere, where more comes in more.</summary>
    private double OutSince(double seconds)
    {
        if (_isDown)
            return 0;
        double total = 0;
        double weights = 0;
        foreach (var port in _owner.Ports)
        {
            total += port.InSince(seconds);
            weights += port._isDown ? 0 : port.Traffic.OctetsPerSecond;
        }

        return weights > 0 ? total * Traffic.OctetsPerSecond / weights : 0;
    }

    private double ErrorsSince(double seconds) => _isDown ? 0 : _errorsPerMinute * Math.Max(0, seconds - _owner.SettledAt) / 60;
}
