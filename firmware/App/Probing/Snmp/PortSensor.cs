using Appliance.Core.Metrics;
using Appliance.Core.Traffic;

namespace Appliance.App.Probing.Snmp;

/// <summary>A port of a switch that has keys of its own.</summary>
public sealed class PortSensor : AgentSensor
{
    private readonly SwitchPort _port;

    /// <param name="metrics">1 or 0; bit/s in and out; errors a minute.</param>
    public PortSensor(object gate, SwitchPort port, int periodMs, Metric[] metrics)
        : base(port.Name, gate, port, periodMs, metrics)
    {
        _port = port;
    }

    protected override void Read(long time)
    {
        Metrics[0].Put(_port.Quality, _port.IsUp ? 1 : 0, time);
        Metrics[1].Put(QualityOf(_port.HasRates), _port.InBps, time);
        Metrics[2].Put(QualityOf(_port.HasRates), _port.OutBps, time);
        Metrics[3].Put(QualityOf(_port.HasErrorRate), _port.ErrorsPerMinute, time);
    }

    /// <summary>A port that is there but has no rate yet, or none again, is not to blame.</summary>
    private Quality QualityOf(bool hasRate) => hasRate || _port.Quality != Quality.Ok ? _port.Quality : Quality.SourceMissing;
}
