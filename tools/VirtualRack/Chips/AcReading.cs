namespace VirtualRack.Chips;

/// <summary>What a mains meter can see at one moment.</summary>
/// <param name="Volts">RMS volts, 0 in a blackout.</param>
/// <param name="Amps">RMS amperes.</param>
/// <param name="Watts">Active power.</param>
/// <param name="WattHours">Energy since the world began; never falls.</param>
/// <param name="Hertz">Mains frequency.</param>
/// <param name="PowerFactor">0 to 1.</param>
public readonly record struct AcReading(double Volts, double Amps, double Watts, double WattHours, double Hertz, double PowerFactor);
