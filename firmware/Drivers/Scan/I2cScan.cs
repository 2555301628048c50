using System.Collections;
using Appliance.Core.Metrics;
using Appliance.Core.Scan;

namespace Appliance.Drivers.Scan;

/// <summary>
/// Looks at the addresses of I2C that parts for this appliance can have, one a step. A configured one is never touched: its
/// driver may be in the middle of something.
/// </summary>
public sealed class I2cScan : Sensor, IBusScan
{
    /// <summary>INA2xx 0x40 to 0x4F, SHT 0x44 to 0x46, ADS1115 0x48 to 0x4B, BME280 and BMP280 0x76 and 0x77.</summary>
    private static readonly byte[] Candidates =
    {
        0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x4D, 0x4E, 0x4F, 0x76, 0x77,
    };

    private readonly ArrayList _parts = new ArrayList();
    private readonly ArrayList _configured;
    private readonly SharedBus _wires;
    private readonly int _bus;
    private I2cLook _look;
    private int _next;
    private bool _isComplete;

    /// <param name="bus">1 or 2.</param>
    /// <param name="configured">Addresses, as int, that drivers use.</param>
    /// <param name="wires">What the sensors on them know of them.</param>
    public I2cScan(int bus, ArrayList configured, SharedBus wires)
        : base("i2c" + bus.ToString() + " scan", 60_000, new Metric[0])
    {
        _bus = bus;
        _configured = configured;
        _wires = wires;
        _next = Candidates.Length;
    }

    public bool IsRunning { get; private set; }

    public void Request()
    {
        End(false);
        _parts.Clear();
        _next = 0;
        IsRunning = true;
        RequestStep();
    }

    public void AddTo(FoundParts found)
    {
        for (int i = 0; i < _parts.Count; i++)
        {
            found.Add((FoundPart)_parts[i]);
        }

        if (!_isComplete)
        {
            found.MarkIncomplete();
        }
    }

    public override long Step(long now)
    {
        if (!IsRunning)
        {
            return long.MaxValue;
        }

        if (now < _wires.RestsUntil)
        {
            End(false);
            return long.MaxValue;
        }

        // Unless it ends well, the scan is over: an exception must not bring it back to the same place.
        IsRunning = false;
        if (_look == null && !Open())
        {
            End(true);
            return long.MaxValue;
        }

        bool goesOn = _look.Step();
        if (_look.IsBusShorted)
        {
            End(false);
            return long.MaxValue;
        }

        IsRunning = true;
        if (goesOn)
        {
            return now + I2cLook.AnswerMs;
        }

        if (_look.IsPresent)
        {
            _parts.Add(FoundPart.I2c(_bus, Candidates[_next], _look.Part));
        }

        Close();
        _next++;
        return now;
    }

    /// <returns>False when no candidate is left.</returns>
    private bool Open()
    {
        while (_next < Candidates.Length && _configured.Contains((int)Candidates[_next]))
        {
            _next++;
        }

        if (_next < Candidates.Length)
        {
            _look = new I2cLook(_bus, Candidates[_next]);
        }

        return _look != null;
    }

    private void End(bool isComplete)
    {
        Close();
        _isComplete = isComplete;
        IsRunning = false;
    }

    private void Close()
    {
        if (_look != null)
        {
            _look.Dispose();
            _look = null;
        }
    }
}
