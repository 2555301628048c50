namespace VirtualBoard.Buses;

/// <summary>A device on a 1-Wire bus, slot by slot.</summary>
public interface IOneWireSlave
{
    /// <summary>The master pulled the bus low for a reset.</summary>
    /// <returns>True for a presence pulse.</returns>
    bool Reset();

    /// <summary>
    /// One time slot. The master writes 0 by holding the bus low; it writes 1, or reads, by letting go after a start pulse.
    /// </summary>
    /// <returns>False if the device holds the bus low in this slot.</returns>
    bool Slot(bool masterBit);
}
