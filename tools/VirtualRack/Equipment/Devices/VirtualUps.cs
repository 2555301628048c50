using VirtualBoard.Running;
using VirtualRack.Equipment.Snmp;
using VirtualRack.World;

namespace VirtualRack.Equipment.Devices;

/// <summary>An uninterruptible supply of the rack's battery bus, which tells by UPS-MIB (RFC 1628) how mains and battery are.</summary>
public sealed class VirtualUps : SnmpDevice
{
    private const string Ups = "1.3.6.1.2.1.33.1.";
    private const double LowCharge = 0.2;

    private readonly Rack _rack;
    private long _failedAt;
    private int _failures;

    public VirtualUps(TimeBase time, Rack rack, string name, string community = "public")
        : base(time, name, community, TimeSpan.FromDays(90), "Virtual UPS", "1.3.6.1.2.1.33")
    {
        _rack = rack;
        rack.MainsFailed.Changed += c =>
        {
            if (!c.IsOn)
                return;
            Interlocked.Exchange(ref _failedAt, Time.NowMicros);
            Interlocked.Increment(ref _failures);
        };
        Agent.Table = Build();
    }

    /// <summary>What feeds the outlets: 3 the mains, 5 the battery, 2 nothing.</summary>
    private int OutputSource => !_rack.MainsFailed.IsOn ? 3 : _rack.Look().BusVolts > 0 ? 5 : 2;

    private int SecondsOnBattery => OutputSource == 5 ? (int)((Time.NowMicros - Interlocked.Read(ref _failedAt)) / 1_000_000) : 0;

    public override void Restart()
    {
        base.Restart();
        Interlocked.Exchange(ref _failures, 0);
    }

    private SnmpTable Build()
    {
        var table = WithSystem();
        Text("1.1", "Virtual");
        Text("1.2", "Rack UPS");
        Number("2.1", s => s.BatteryCharge > LowCharge ? 2 : s.BusVolts > 0 ? 3 : 4);
        Number("2.2", _ => SecondsOnBattery);
        Number("2.3", Minutes);
        Number("2.4", s => 100 * s.BatteryCharge);
        Number("2.5", s => 10 * s.BusVolts);
        Number("2.6", s => 10 * s.BatteryAmps);
        Number("2.7", s => s.RoomCelsius + 3);
        table.Add(Ups + "3.1", () => SnmpValue.Counter32((ulong)Volatile.Read(ref _failures)));
        Number("3.2", _ => 1);
        Cell("3.3.1.2", s => 10 * s.MainsHertz);
        Cell("3.3.1.3", s => s.MainsVolts);
        Cell("3.3.1.4", s => 10 * s.MainsAmps);
        Cell("3.3.1.5", s => s.MainsWatts);
        Number("4.1", _ => OutputSource);
        Number("4.3", _ => 1);
        Cell("4.4.1.2", s => s.BusVolts > 0 ? _rack.Settings.MainsVolts : 0);
        Cell("4.4.1.4", s => s.BusVolts * s.BusAmps);
        Cell("4.4.1.5", s => 100 * s.BusVolts * s.BusAmps / (4 * _rack.Settings.DcLoadWatts));
        table.Add(Ups + "6.1", () => SnmpValue.Gauge32(OutputSource == 3 ? 0u : 1));
        return table;

        void Text(string suffix, string text) => table.Add(Ups + suffix, () => SnmpValue.Text(text));

        void Number(string suffix, Func<RackState, double> value) => table.Add(Ups + suffix, () => Whole(value));

        void Cell(string suffix, Func<RackState, double> value) => table.Add(Ups + suffix, 1, () => Whole(value));

        SnmpValue Whole(Func<RackState, double> value) => SnmpValue.Integer((int)Math.Round(value(_rack.Look())));
    }

    /// <summary>How long the battery carries the present load, down to nothing.</summary>
    private double Minutes(RackState s)
    {
        double watts = s.BusVolts > 0 ? s.BusVolts * s.BusAmps : _rack.Settings.DcLoadWatts;
        return 60 * s.BatteryCharge * _rack.Settings.BatteryAmpHours * s.NominalBusVolts / watts;
    }
}
