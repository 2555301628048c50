using Ixp.Sites.Sensors;

namespace Ixp.Sites;

/// <summary>Each key stands for one metric, and what refers to a metric finds it.</summary>
internal sealed class MetricCheck(Site site)
{
    private static readonly string[] References = ["of", "minus", "presence"];

    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly bool _isWhole = site.IsWhole;
    private readonly IReadOnlyList<string> _keys = [.. site.Sensors.SelectMany(s => s.Keys)];

    public IEnumerable<Finding> Of(SensorEntry sensor, string path)
    {
        foreach (string key in sensor.Keys.Where(k => !_owners.TryAdd(k, sensor.Name)))
            yield return new Finding(path + ".name", $"{key} is a key of {_owners[key]} already", "give one sensor another name");

        foreach (string suffix in Told(sensor).Where(s => !sensor.Suffixes.Contains(s)).Distinct(StringComparer.Ordinal))
            yield return new Finding(path, $"{sensor.Name} tells no {suffix}, for which there is a limit or correction", $"it tells {string.Join(", ", sensor.Suffixes)}");

        foreach (string reference in References)
        {
            if (_isWhole && sensor.Text(reference) is { } key && !_keys.Contains(key))
                yield return new Finding($"{path}.{reference}", $"no sensor has a key {key}", $"the nearest is {_keys.MinBy(k => EditDistance.Between(k, key)) ?? "none"}");
        }
    }

    private static IEnumerable<string> Told(SensorEntry sensor) =>
        sensor.Limits.Keys.Concat(sensor.Calibration.Keys).Concat(sensor.MaxPerMinute.Keys);
}
