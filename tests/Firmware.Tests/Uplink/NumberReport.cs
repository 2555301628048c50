using Appliance.Core.Contract;
using Appliance.Core.Json;

namespace Appliance.Tests.Uplink;

/// <summary>A report of two numbers, of which the second need not be there: <c>"v":12.3,"n":4</c>.</summary>
internal sealed class NumberReport : Report
{
    public NumberReport(string channel, string item)
        : base("t/" + channel + (item == null ? "" : "/" + item), channel, item)
    {
    }

    /// <summary>Tenths.</summary>
    public long Volts { get; set; }

    /// <summary>Below zero for missing.</summary>
    public long Count { get; set; }

    public override bool HasNumbersOnly => true;

    public override string[] Keys => new[] { "v", "n" };

    public override byte[] Decimals => new byte[] { 1, 0 };

    public override void Read(long[] values, bool[] presence)
    {
        values[0] = Volts;
        presence[0] = true;
        values[1] = Count;
        presence[1] = Count >= 0;
    }

    public override void WriteFields(JsonWriter json)
    {
        json.Key("v");
        json.Fixed(Volts, 1);
        if (Count >= 0)
        {
            json.Key("n");
            json.Number(Count);
        }
    }
}
