using VirtualRack.Chips;

namespace SystemTests.Drivers;

/// <summary>A voltage that stands until a test moves it.</summary>
internal sealed class SteadyVoltage(double volts) : IVoltageSource
{
    public double Value { get; set; } = volts;

    public double Volts(long atMicros) => Value;
}
