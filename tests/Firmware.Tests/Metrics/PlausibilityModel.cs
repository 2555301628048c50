using System.Collections;

namespace Appliance.Tests.Metrics;

/// <summary>The rule as one would tell it: keeps all readings, and looks back for the last believed one and the one before.</summary>
internal sealed class PlausibilityModel
{
    private readonly ArrayList _readings = new ArrayList();
    private readonly long _perMinute;
    private readonly long _step;

    public PlausibilityModel(long perMinute, long step)
    {
        _perMinute = perMinute;
        _step = step;
    }

    public bool Believes(long value, long now)
    {
        PlausibilityModelReading reading = new PlausibilityModelReading { Value = value, Time = now };
        PlausibilityModelReading believed = LastBelieved();
        PlausibilityModelReading before = _readings.Count == 0 ? null : (PlausibilityModelReading)_readings[_readings.Count - 1];
        reading.IsBelieved = believed == null || IsNear(reading, believed) || IsNear(reading, before);
        _readings.Add(reading);
        return reading.IsBelieved;
    }

    private bool IsNear(PlausibilityModelReading one, PlausibilityModelReading other)
    {
        long distance = one.Value - other.Value;
        long allowed = _step + (_perMinute * (one.Time - other.Time) / 60_000);
        return distance <= allowed && -distance <= allowed;
    }

    private PlausibilityModelReading LastBelieved()
    {
        for (int i = _readings.Count - 1; i >= 0; i--)
        {
            if (((PlausibilityModelReading)_readings[i]).IsBelieved)
            {
                return (PlausibilityModelReading)_readings[i];
            }
        }

        return null;
    }
}
