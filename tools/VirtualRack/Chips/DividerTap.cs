namespace VirtualRack.Chips;

/// <summary>The middle of two resistors between a supply and ground.</summary>
public sealed class DividerTap : FaultyChip<DividerTapFaults>, IVoltageSource
{
    private readonly Func<double> _supplyVolts;
    private readonly double _share;

    /// <param name="supplyVolts">The voltage that is measured.</param>
    /// <param name="topOhms">Between supply and tap.</param>
    /// <param name="bottomOhms">Between tap and ground, more than 0.</param>
    public DividerTap(Func<double> supplyVolts, double topOhms, double bottomOhms)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bottomOhms);
        _supplyVolts = supplyVolts;
        _share = bottomOhms / (topOhms + bottomOhms);
    }

    public double Volts(long atMicros)
    {
        if (Has(DividerTapFaults.Absent) || Has(DividerTapFaults.Shorted))
            return 0;
        return Has(DividerTapFaults.BottomOpen) ? _supplyVolts() : _supplyVolts() * _share;
    }
}
