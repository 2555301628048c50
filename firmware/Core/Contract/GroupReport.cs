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

    /// <summary>Made anew each time: the journal asks once.</summary>
    public override string[] Keys
    {
        get
        {
            string[] keys = new string[Fields()];
            int field = 0;
            for (int i = 0; i < _metrics.Length; i++)
            {
                keys[field++] = _metrics[i].Key;
                if (IsFirstOfName(i))
                {
                    keys[field++] = _metrics[i].Name + "_ok";
                }
            }

            return keys;
        }
    }

    public override byte[] Decimals
    {
        get
        {
            byte[] decimals = new byte[Fields()];
            int field = 0;
            for (int i = 0; i < _metrics.Length; i++)
            {
                decimals[field] = (byte)_metrics[i].Decimals;
                field += IsFirstOfName(i) ? 2 : 1;
            }

            return decimals;
        }
    }

    public override bool HasNumbersOnly => true;

    public override void Read(long[] values, bool[] presence)
    {
        int field = 0;
        for (int i = 0; i < _metrics.Length; i++)
        {
            values[field] = _metrics[i].Value;
            presence[field++] = _metrics[i].IsOk;
            if (IsFirstOfName(i))
            {
                presence[field] = IsQualityTold(i, out bool allOk);
                values[field++] = allOk ? 1 : 0;
            }
        }
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

            if (IsFirstOfName(i) && IsQualityTold(i, out bool allOk))
            {
                json.Key(_okTokens[i]);
                json.Number(allOk ? 1 : 0);
            }
        }
    }

    private int Fields()
    {
        int fields = _metrics.Length;
        for (int i = 0; i < _metrics.Length; i++)
        {
            fields += IsFirstOfName(i) ? 1 : 0;
        }

        return fields;
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

    private bool IsQualityTold(int first, out bool allOk)
    {
        allOk = true;
        for (int i = first; i < _metrics.Length; i++)
        {
            allOk &= _metrics[i].IsOk || _metrics[i].Name != _metrics[first].Name;
        }

        if (_okTokens[first] == null && !allOk)
        {
            _okTokens[first] = Encoding.UTF8.GetBytes("\"" + _metrics[first].Name + "_ok\":");
        }

        return _okTokens[first] != null;
    }
}
