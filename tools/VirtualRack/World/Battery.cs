namespace VirtualRack.World;

/// <summary>A lead-acid battery of 12 V blocks on a charger, carrying the direct-current bus.</summary>
internal sealed class Battery(RackSettings settings)
{
    private const double FloatVolts = 13.6;
    private const double CutOffVolts = 10.8;

    private readonly double _blocks = settings.BatteryVolts / 12.0;

    /// <summary>State of charge, 0 to 1.</summary>
    public double Charge { get; private set; } = 1;

    /// <summary>Volts of the bus; 0 when the battery is empty and cut off.</summary>
    public double Volts { get; private set; } = FloatVolts * settings.BatteryVolts / 12.0;

    /// <summary>Into the battery; negative when it feeds the load.</summary>
    public double Amps { get; private set; }

    public bool IsAlive => Volts > 0;

    /// <summary>One second with the charger on or off and that load on the bus.</summary>
    /// <param name="connected">False when the battery is taken off the bus.</param>
    public void Step(bool charger, bool connected, double loadWatts)
    {
        if (charger)
            Recharge(connected);
        else if (connected && IsAlive)
            Discharge(loadWatts);
        else
            CutOff();
        Charge = Math.Clamp(Charge + (Amps / 3600 / settings.BatteryAmpHours), 0, 1);
    }

    private void Recharge(bool connected)
    {
        Amps = connected ? 0.1 * settings.BatteryAmpHours * Math.Min(1, (1 - Charge) * 20) : 0;
        Volts = _blocks * (connected ? FloatVolts - (1.2 * (1 - Charge)) : FloatVolts);
    }

    private void Discharge(double loadWatts)
    {
        // Open circuit 12.8 V full and 11.6 V nearly empty; the last tenth of the charge falls off a cliff.
        double open = 11.6 + (1.2 * Charge) - (1.5 * Math.Max(0, 1 - (10 * Charge)));
        double inner = 0.6 / settings.BatteryAmpHours;
        double amps = loadWatts / (_blocks * open);
        double volts = open - (amps * inner);
        if (volts < CutOffVolts)
        {
            CutOff();
            return;
        }

        Volts = _blocks * volts;
        Amps = -amps;
    }

    private void CutOff()
    {
        Volts = 0;
        Amps = 0;
    }
}
