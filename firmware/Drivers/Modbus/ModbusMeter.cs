using Appliance.Core.Metrics;

namespace Appliance.Drivers.Modbus;

/// <summary>A meter that is asked over Modbus once a period, with one question or several that follow each other.</summary>
public abstract class ModbusMeter : Sensor
{
    /// <summary>Request 8 ms, reply 26 ms at 9600 baud, and the meter's own delay.</summary>
    private const int FirstLookMs = 60;

    private const int LookAgainMs = 20;

    private readonly Metric _presence;
    private bool _goesOn;
    private bool _isResetDue;
    private bool _isResetting;
    private long _started;

    /// <param name="mostRegisters">As many as any of its questions asks for.</param>
    /// <param name="presence">1 while there is what feeds the meter; null if nobody watches it.</param>
    protected ModbusMeter(
        string name, ModbusPort port, int slave, int periodMs, int mostRegisters, Metric[] metrics, Metric presence)
        : base(name, periodMs, metrics)
    {
        Exchange = new ModbusExchange(port, slave, mostRegisters);
        _presence = presence;
    }

    protected ModbusExchange Exchange { get; }

    /// <summary>What became of <see cref="ResetEnergy"/>: Pending until the meter has answered, then Ok or why not.</summary>
    public Quality ResetOutcome { get; private set; }

    /// <summary>Has the meter set its energy to zero, before its next reading.</summary>
    public void ResetEnergy()
    {
        ResetOutcome = Quality.Pending;
        _isResetDue = true;
        RequestStep();
    }

    public sealed override long Step(long now)
    {
        if (!Exchange.IsUnderWay)
        {
            bool isReset = _isResetDue && !_goesOn;
            if (!(isReset ? Exchange.TryResetEnergy(now) : TryAsk(now)))
            {
                return now + LookAgainMs;
            }

            _isResetting = isReset;

            _started = _goesOn ? _started : now;
            _goesOn = false;
            return now + FirstLookMs;
        }

        Quality quality = Exchange.Collect(now);
        if (quality == Quality.Pending)
        {
            return now + LookAgainMs;
        }

        if (_isResetting)
        {
            _isResetting = false;
            _isResetDue = false;
            ResetOutcome = quality;
            return now + LookAgainMs;
        }

        _goesOn = !TakeAnswer(quality, now);
        if (_goesOn)
        {
            return now + LookAgainMs;
        }

        return _started + PeriodMs;
    }

    /// <summary>Puts the next question.</summary>
    /// <returns>What <see cref="ModbusExchange.TryAsk"/> said.</returns>
    protected abstract bool TryAsk(long now);

    /// <summary>Takes the answer, or why there is none.</summary>
    /// <returns>True if the reading is complete; false if another question is to follow at once.</returns>
    protected abstract bool TakeAnswer(Quality quality, long now);

    /// <summary>Marks all readings as missing, and tells a meter without supply from one that fails.</summary>
    protected void FailReading(Quality quality, long now) =>
        Fail(quality == Quality.Timeout ? Silence.Of(_presence) : quality, now);
}
