using System.Text;
using Appliance.Core.Json;
using Appliance.Core.Metrics;

namespace Appliance.Core.Contract;

/// <summary>All metrics of one group as flat JSON of numbers.</summary>
public sealed class GroupReport : Report
{
    private readonly Metric[] _metrics;

    /// <summary>Keys of the qualities that were told once, with quotes and colon: most sensors are never lost.</summary>
    private readonly byte[][] _okTokens;

    public GroupReport(Topics topics, Group group, Metric[] metrics)
        : base(topics.Group(group), GroupName.Of(group), null)
    {
        _metrics = metrics;
        _okTokens = new byte[metrics.Length][];
    }

    /// <summary>
    /// A reading that is not there is left out; its <c>name_ok</c> is 0, and stays in the messages as 1 when it is back. That
    /// holds for the first reading as well, if a report went out before it.
    /// </summary>
    public override void WriteFields(JsonWriter json)
    {
        for (int i = 0; i < _metrics.Length; i++)
        {
            Metric metric = _metrics[i];
            if (metric.IsOk)
            {
                json.Key(metric.KeyToken);
                json.Fixed(metric.Value, metric.Decimals);
            }

            if (IsFirstOfName(i))
            {
                WriteQuality(json, i);
            }
        }
    }

    private bool IsFirstOfName(int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (_metrics[i].Name == _metrics[index].Name)
            {
                return false;
            }
        }

        return true;
    }

    private void WriteQuality(JsonWriter json, int first)
    {
        bool allOk = true;
        bool isTold = _okTokens[first] != null;
        for (int i = first; i < _metrics.Length; i++)
        {
            Metric metric = _metrics[i];
            if (metric.Name == _metrics[first].Name)
            {
                allOk &= metric.IsOk;
                isTold |= !metric.IsOk;
            }
        }

        if (isTold)
        {
            if (_okTokens[first] == null)
            {
                _okTokens[first] = Encoding.UTF8.GetBytes("\"" + _metrics[first].Name + "_ok\":");
            }

            json.Key(_okTokens[first]);
            json.Number(allOk ? 1 : 0);
        }
    }
}
