namespace VirtualBoard.Buses;

/// <summary>The 1-Wire bus: a wired AND of the master and all devices.</summary>
public sealed class OneWireBus
{
    private readonly List<IOneWireSlave> _slaves = [];

    /// <summary>The data line touches ground: every slot reads 0 and no presence is seen as such.</summary>
    public bool IsShorted { get; set; }

    /// <summary>All that is wired to the bus.</summary>
    public IReadOnlyList<IOneWireSlave> Devices => _slaves;

    public void Attach(IOneWireSlave slave) => _slaves.Add(slave);

    public void Detach(IOneWireSlave slave) => _slaves.Remove(slave);

    /// <returns>True if somebody answered with a presence pulse; a short looks like one.</returns>
    public bool Reset()
    {
        bool presence = IsShorted;
        foreach (var slave in _slaves)
            presence |= slave.Reset();
        return presence;
    }

    /// <returns>The level that the master samples.</returns>
    public bool Slot(bool masterBit)
    {
        // On a line that stays low there are no slots: the devices hear nothing.
        if (IsShorted)
            return false;

        bool level = masterBit;
        foreach (var slave in _slaves)
            level &= slave.Slot(masterBit);
        return level;
    }
}
