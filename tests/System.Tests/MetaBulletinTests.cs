using System.Text.Json.Nodes;
using Appliance.App.Uplink;
using Appliance.Core.Contract;
using Appliance.Core.Metrics;
using Appliance.Core.Scan;
using VirtualBoard.Running;
using Hardware = VirtualBoard.Board;

namespace SystemTests;

/// <summary>When the longest message of all is worth publishing again.</summary>
public sealed class MetaBulletinTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Hardware _board;
    private readonly MetricBook _metrics = new();
    private readonly Metric _metric;
    private readonly MetaPayload _meta;
    private readonly MetaBulletin _bulletin;

    public MetaBulletinTests()
    {
        _board = new Hardware(time: _time);
        _metric = _metrics.Add(new Metric(Group.Climate, "inlet", "c", "°C", 2));
        _meta = new MetaPayload(_metrics, []);
        _bulletin = new MetaBulletin(_meta, session: 1);
        Write(0);
    }

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void NewsOfAQualityWaitsForAMinute()
    {
        _metric.Set(2150, 0);
        Assert.False(_bulletin.HasNews(59_999));
        Assert.True(_bulletin.HasNews(60_000));
        Write(60_000);
        Assert.False(_bulletin.HasNews(1_000_000));

        _metric.Fail(Quality.Checksum, 61_000);
        _metric.Set(2150, 62_000);
        Assert.False(_bulletin.HasNews(1_000_000));
    }

    [Fact]
    public void NewsOfWhatWasFoundDoesNot()
    {
        _meta.Found = new FoundParts();
        Assert.True(_bulletin.HasNews(1));
        Assert.Empty(Write(1)["found"]!.AsArray());
        Assert.False(_bulletin.HasNews(1_000_000));

        var found = new FoundParts();
        found.Add(FoundPart.Modbus("com2", 3));
        _meta.Found = found;
        Assert.True(_bulletin.HasNews(2));
        Assert.Single(Write(2)["found"]!.AsArray());
        Assert.False(_bulletin.HasNews(1_000_000));
    }

    private JsonObject Write(long uptime) =>
        _board.Run(() => JsonNode.Parse(_bulletin.Write(new Stamp(0, uptime)))!.AsObject());
}
