namespace VirtualRack.Chips;

/// <summary>Something with a voltage at its end of the wire: for a channel of the board's ADC or of an <see cref="Ads1115"/>.</summary>
public interface IVoltageSource
{
    /// <param name="atMicros">Time of the world; never falls from call to call.</param>
    /// <returns>Volts against ground.</returns>
    double Volts(long atMicros);
}
