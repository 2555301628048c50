using Appliance.Core.Metrics;
using Appliance.Core.Snmp;

namespace Appliance.App.Probing.Snmp;

/// <summary>A UPS with a network card.</summary>
public sealed class UpsSensor : AgentSensor
{
    private readonly UpsReading _reading;

    /// <param name="metrics">One a <see cref="UpsQuantity"/>, in its order: 0 or 1, minutes, percent, volts with one decimal.</param>
    public UpsSensor(string name, object gate, UpsReading reading, int periodMs, Metric[] metrics)
        : base(name, gate, reading, periodMs, metrics)
    {
        _reading = reading;
    }

    protected override void Read(long time)
    {
        for (int i = 0; i < Metrics.Length; i++)
        {
            Metrics[i].Put(_reading.QualityOf((UpsQuantity)i), _reading.Value((UpsQuantity)i), time);
        }
    }
}
