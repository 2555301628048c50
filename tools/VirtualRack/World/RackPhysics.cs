namespace VirtualRack.World;

/// <summary>What changes from one second to the next. See the table in the README.</summary>
internal sealed class RackPhysics
{
    public const double PowerFactor = 0.95;

    /// <summary>Density times heat capacity of air, J/(m³ K).</summary>
    private const double AirHeat = 1206;

    /// <summary>Heat capacity of what the exhaust air has touched, J/K.</summary>
    private const double MetalHeat = 8000;

    /// <summary>Air that moves without fans, m³/s.</summary>
    private const double Draught = 0.008;

    private const double InletLagSeconds = 45;
    private const double ChargerEfficiency = 0.88;
    private const int WarmUpSeconds = 7200;

    private readonly Rack _rack;
    private readonly Noise _load;

    public RackPhysics(Rack rack)
    {
        _rack = rack;
        _load = new Noise(rack.Settings.Seed, (int)Channel.Load);
        Room = new Room(rack.Settings);
        Battery = new Battery(rack.Settings);
        Room.Step(0, hot: false, humid: false);
        Inlet = Exhaust = Room.Celsius;
        for (int i = 0; i < WarmUpSeconds; i++)
            Step(0);
        WattHours = 0;
    }

    public Room Room { get; }

    public Battery Battery { get; }

    public double Inlet { get; private set; }

    public double Exhaust { get; private set; }

    public double DcWatts { get; private set; }

    public double MainsWatts { get; private set; }

    public double WattHours { get; private set; }

    /// <param name="second">Of the world, from 0.</param>
    public void Step(long second)
    {
        Room.Step(second, _rack.Hot.IsOn, _rack.Humid.IsOn);
        Electricity(second);
        Air();
    }

    private void Electricity(long second)
    {
        bool mains = !_rack.MainsFailed.IsOn;
        var settings = _rack.Settings;

        // Traffic peaks in the evening, and with it the work of the machines.
        double hours = settings.StartsAt.TotalHours + (second / 3600.0);
        double traffic = 1 + (0.08 * Math.Cos(2 * Math.PI * (hours - 20.5) / 24)) + (0.03 * _load.Smooth(second / 10.0));

        WattHours += MainsWatts / 3600;
        double dc = settings.DcLoadWatts * traffic;
        Battery.Step(mains, !_rack.BatteryOff.IsOn, dc);
        DcWatts = Battery.IsAlive ? dc : 0;
        double charging = Math.Max(0, Battery.Amps) * Battery.Volts;
        AcWatts = mains ? settings.AcLoadWatts * traffic : 0;
        MainsWatts = mains ? AcWatts + ((DcWatts + charging) / ChargerEfficiency) : 0;
    }

    private double AcWatts { get; set; }

    private void Air()
    {
        double speed = 0;
        foreach (var fan in _rack.Fans)
        {
            fan.Step(Exhaust, Battery.IsAlive);
            speed += fan.Rpm / _rack.Settings.FanRpm;
        }

        double flow = Draught + (_rack.Fans.Count == 0 ? 0 : _rack.Settings.Airflow * speed / _rack.Fans.Count);
        double recirculated = _rack.DoorOpen.IsOn ? 0.25 : 0.06;
        double drawn = Room.Celsius + (recirculated * (Exhaust - Room.Celsius));
        Exhaust += (AcWatts + DcWatts - (AirHeat * flow * (Exhaust - Inlet))) / MetalHeat;
        Inlet += (drawn - Inlet) / InletLagSeconds;
    }
}
