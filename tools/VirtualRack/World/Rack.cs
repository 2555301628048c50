using VirtualBoard.Running;

namespace VirtualRack.World;

/// <summary>
/// A rack that behaves: heat, air, fans, mains and battery. Its past is worked out in steps of one second when somebody looks,
/// so that it costs nothing in between and is the same however often it is read. Any thread may read.
/// </summary>
public sealed class Rack
{
    private const long StepMicros = 1_000_000;

    private readonly Lock _gate = new();
    private readonly TimeBase _time;
    private readonly Dictionary<string, Condition> _conditions = new(StringComparer.Ordinal);
    private readonly RackPhysics _physics;
    private readonly Mains _mains;
    private readonly Climate _climate;
    private readonly long _startedAt;
    private long _steps;

    public Rack(TimeBase time, RackSettings? settings = null)
    {
        _time = time;
        Settings = settings ?? new RackSettings();
        _startedAt = time.NowMicros;
        MainsFailed = Condition("mains-failed");
        MainsSag = Condition("mains-sag");
        BatteryOff = Condition("battery-off");
        Hot = Condition("hot");
        Humid = Condition("humid");
        DoorOpen = Condition("door");
        CoolingOff = Condition("cooling-off");
        foreach (var cause in new[] { Hot, MainsFailed })
            cause.Changed += _ => CoolingOff.IsOn = Hot.IsOn || MainsFailed.IsOn;
        Fans = [.. Enumerable.Range(1, Settings.Fans).Select(n => new RackFan(this, n, Settings))];
        _mains = new Mains(Settings);
        _climate = new Climate(Settings);
        _physics = new RackPhysics(this);
        Happenings.Start(time, MainsFailed, new Noise(Settings.Seed, (int)Channel.Outages), Settings.OutagesPerMonth, Settings.OutageHours);
        Happenings.Start(time, DoorOpen, new Noise(Settings.Seed, (int)Channel.Visits), Settings.VisitsPerMonth, Settings.VisitMinutes / 60);
    }

    public RackSettings Settings { get; }

    public IReadOnlyList<RackFan> Fans { get; }

    public Condition MainsFailed { get; }

    /// <summary>The mains are at 60 % of their voltage.</summary>
    public Condition MainsSag { get; }

    /// <summary>The battery is off the bus: with the mains gone as well, everything is dark.</summary>
    public Condition BatteryOff { get; }

    /// <summary>The cooling of the room has failed.</summary>
    public Condition Hot { get; }

    /// <summary>The air conditioner stands: it has failed, or has no mains.</summary>
    public Condition CoolingOff { get; }

    public Condition Humid { get; }

    public Condition DoorOpen { get; }

    /// <summary>A condition by its name, made at first use: whatever a contact may watch.</summary>
    public Condition Condition(string name)
    {
        lock (_gate)
        {
            if (!_conditions.TryGetValue(name, out var condition))
                _conditions[name] = condition = new Condition(name, Settle);
            return condition;
        }
    }

    /// <summary>The rack as it is now.</summary>
    public RackState Look()
    {
        long now = _time.NowMicros;
        double volts = MainsFailed.IsOn ? 0 : _mains.Volts(now) * (MainsSag.IsOn ? 0.6 : 1);
        return At(now, _ => new RackState
        {
            AtMicros = now,
            RoomCelsius = _physics.Room.Celsius,
            InletCelsius = _physics.Inlet,
            ExhaustCelsius = _physics.Exhaust,
            DewPointCelsius = _physics.Room.DewPoint,
            MainsVolts = volts,
            MainsHertz = volts > 0 ? _mains.Hertz(now) : 0,
            MainsWatts = volts > 0 ? _physics.MainsWatts : 0,
            PowerFactor = RackPhysics.PowerFactor,
            WattHours = _physics.WattHours,
            BusVolts = _physics.Battery.Volts,
            BusAmps = _physics.Battery.IsAlive ? _physics.DcWatts / _physics.Battery.Volts : 0,
            BatteryAmps = _physics.Battery.Amps,
            BatteryCharge = _physics.Battery.Charge,
            NominalBusVolts = Settings.BatteryVolts,
            Hectopascal = _climate.Hectopascal(now),
            AirConditionerAmps = CoolingOff.IsOn ? 0 : _climate.CoolerAmps(now),
            FanRpm = [.. Fans.Select(f => f.Rpm)],
        });
    }

    /// <summary>Reads the state at a time; a time before the last step sees the last step.</summary>
    /// <param name="read">Gets the seconds into the present step.</param>
    internal T At<T>(long micros, Func<double, T> read)
    {
        lock (_gate)
        {
            long passed = micros - _startedAt;
            for (; (_steps + 1) * StepMicros <= passed; _steps++)
                _physics.Step(_steps + 1);
            return read(Math.Max(0, passed - (_steps * StepMicros)) / (double)StepMicros);
        }
    }

    /// <summary>Works out the past before a condition changes. The time is asked outside the lock: it has a lock of its own.</summary>
    private void Settle() => At(_time.NowMicros, _ => 0);
}
