using Appliance.App.Timing;
using Appliance.Core.Metrics;
using Appliance.Core.Scheduling;
using Appliance.Drivers;
using nanoFramework.Hardware.Esp32;
using VirtualBoard;
using VirtualBoard.Running;
using VirtualRack;

namespace SystemTests.Drivers;

/// <summary>
/// A board in virtual time whose sensors are stepped as the sampler steps them: one look at the clock for a round, each sensor
/// when it is due or asks. What a step throws ends the test.
/// </summary>
internal sealed class SensorBench : IWaker, IDisposable
{
    public const int ContactPin = 33;
    public const int FanPin = 32;

    private readonly List<(Sensor Sensor, StepLog Log)> _sensors = [];
    private readonly Signal _wake = new(autoReset: true);
    private readonly Noise _lateness = new(Seed: 1, Channel: 0);
    private long _rounds;

    public SensorBench()
    {
        Board = new Board(time: Time);
        Board.Run(() =>
        {
            Configuration.SetPinFunction(13, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(16, DeviceFunction.I2C1_CLOCK);
            Configuration.SetPinFunction(14, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(35, DeviceFunction.COM2_RX);
            Configuration.SetPinFunction(4, DeviceFunction.COM3_TX);
            Configuration.SetPinFunction(36, DeviceFunction.COM3_RX);
        });
    }

    /// <summary>A sensor has stepped; raised on the board's thread.</summary>
    public event Action<Sensor>? Stepped;

    public TimeBase Time { get; } = TimeBase.Virtual();

    public Board Board { get; }

    /// <summary>
    /// What passes at most between the sampler's look at the clock and the first step, for the sensors before it; another time in
    /// each round.
    /// </summary>
    public long MostLateMicros { get; set; }

    public T Add<T>(Func<T> make)
        where T : Sensor
    {
        T sensor = Board.Run(make);
        sensor.Attach(this);
        _sensors.Add((sensor, new StepLog()));
        return sensor;
    }

    public StepLog Log(Sensor sensor) => _sensors.Single(s => s.Sensor == sensor).Log;

    /// <summary>Something of the world happens after so many milliseconds.</summary>
    public void After(int milliseconds, Action action) => Time.Schedule(Time.NowMicros + (milliseconds * 1000L), action);

    /// <summary>Lets the board work for so long.</summary>
    public void Run(long milliseconds) => Board.Run(() =>
    {
        long end = Uptime.Milliseconds + milliseconds;
        for (long now = Uptime.Milliseconds; now < end; now = Uptime.Milliseconds)
        {
            Round(now);
            long wait = Math.Min(_sensors.Min(s => s.Sensor.Due), end) - Uptime.Milliseconds;
            Interpreter.Current.Wait([_wake], Math.Max(1, wait));
        }
    });

    void IWaker.Wake() => Board.Interpreter.Set(_wake);

    public void Dispose()
    {
        Board.Dispose();
        Time.Dispose();
    }

    private void Round(long now)
    {
        Interpreter.Current.Spend((long)(MostLateMicros * _lateness.Unit(_rounds++)));
        foreach (var (sensor, log) in _sensors)
        {
            if (!sensor.IsRequested && sensor.Due > now)
                continue;

            sensor.IsRequested = false;
            long began = Time.NowMicros;
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            sensor.Due = sensor.Step(now);
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            log.Add(Time.NowMicros - began, bytes);
            Assert.DoesNotContain(sensor.Metrics, m => m.Quality == Quality.Fault);
            Stepped?.Invoke(sensor);
        }
    }
}
