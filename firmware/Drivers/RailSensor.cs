using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using System.Device.I2c;

namespace Appliance.Drivers;

/// <summary>
/// A chip of TI's INA family, which measures the voltage of a DC rail and that of a shunt in it, over and over once it is set up.
/// Its set-up is lost with its supply, and so tells that it has been reset.
/// </summary>
public abstract class RailSensor : Sensor
{
    private readonly byte _configurationRegister;
    private readonly int _configuration;
    private readonly int _conversionMs;
    private bool _isSetUp;

    /// <param name="metrics">Volts with three decimals, amperes with three, watts with one, and what else the chip tells.</param>
    /// <param name="configuration">What its configuration register reads once it is set up.</param>
    /// <param name="conversionMs">From the set-up to the first value, and the time by which the clock may be behind then.</param>
    protected RailSensor(
        string name,
        I2cDevice device,
        int periodMs,
        Metric[] metrics,
        byte configurationRegister,
        int configuration,
        int conversionMs)
        : base(name, periodMs, metrics)
    {
        Registers = new I2cRegisters(device);
        _configurationRegister = configurationRegister;
        _configuration = configuration;
        _conversionMs = conversionMs;
    }

    protected I2cRegisters Registers { get; }

    public sealed override long Step(long now)
    {
        if (!_isSetUp)
        {
            return SetUp(now);
        }

        // The set-up is read last: if it stands then, the chip was not reset while the others were read.
        if (!TryRead() || !Registers.Read(_configurationRegister, 2, out int configuration))
        {
            Fail(Registers.Failure, now);
        }
        else if (configuration != _configuration)
        {
            return SetUp(now);
        }
        else if (State != Quality.Ok)
        {
            Fail(State, now);
        }
        else
        {
            Take(now);
        }

        return now + PeriodMs;
    }

    /// <summary>What the flags say that were read: Timeout before the first conversion.</summary>
    protected abstract Quality State { get; }

    /// <summary>Makes sure that it is the chip it should be, as far as it can tell, and writes the set-up.</summary>
    protected abstract bool TrySetUp();

    /// <summary>Reads flags and measured registers.</summary>
    protected abstract bool TryRead();

    /// <summary>Decodes what was read.</summary>
    protected abstract void Take(long now);

    protected void Put(Quality volts, long millivolts, Quality amperes, long milliamperes, long now)
    {
        Metrics[0].Put(volts, millivolts, now);
        Metrics[1].Put(amperes, milliamperes, now);
        Metrics[2].Put(volts != Quality.Ok ? volts : amperes, RailPower.TenthsOfWatt(millivolts, milliamperes), now);
    }

    /// <summary>The chip is new, or lost its power since: it is set up, and read when it has measured once.</summary>
    private long SetUp(long now)
    {
        _isSetUp = TrySetUp() && Registers.Read(_configurationRegister, 2, out int written) && written == _configuration;
        if (_isSetUp)
        {
            return now + _conversionMs;
        }

        Fail(Registers.Failure, now);
        return now + PeriodMs;
    }
}
