namespace VirtualRack.Chips;

/// <summary>What a DC meter can see at one moment.</summary>
/// <param name="Volts">Voltage of the feed.</param>
/// <param name="Amps">Current through the shunt; the meter shows no direction.</param>
/// <param name="WattHours">Energy since the world began; never falls.</param>
public readonly record struct DcReading(double Volts, double Amps, double WattHours);
