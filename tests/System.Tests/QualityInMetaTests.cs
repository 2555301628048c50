using System.Text.Json.Nodes;
using SystemTests.Support;
using VirtualRack.Faults;

namespace SystemTests;

/// <summary>Why a reading is missing stands in <c>meta</c>, which is published again for it.</summary>
public sealed class QualityInMetaTests
{
    [Fact]
    public async Task MetaIsPublishedAgainWhenAQualityIsAnother()
    {
        await using var running = await RunningSite.Start();
        await running.Inbox.Next("meta");
        await running.Inbox.Next("climate", p => p["ambient_c"] is not null);

        FaultOrder.Parse("crc-error:ambient").Schedule(running.Site.Rack);
        var meta = await running.Inbox.Next("meta", p => Quality(p, "ambient_c") is not null);
        Assert.Equal("checksum", Quality(meta, "ambient_c"));
        Assert.Equal("checksum", Quality(meta, "ambient_rh"));
        Assert.Null(Quality(meta, "inlet_c"));
    }

    private static string? Quality(JsonObject meta, string key) =>
        (string?)meta["metrics"]!.AsArray().Single(m => (string)m!["name"]! == key)!["quality"];
}
