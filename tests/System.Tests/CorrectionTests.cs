using Appliance.Core.Metrics;
using Ixp.Sites;
using SystemTests.Support;

namespace SystemTests;

/// <summary>Calibration and plausibility from the site file, over the packed configuration, to the value that is told.</summary>
public sealed class CorrectionTests
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("inlet_mid", "c", "\"gain\": 1, \"offset\": 1.5", 1, 150)]
    [InlineData("room_air", "hpa", "\"offset\": -12.34", 1, -1234)]
    [InlineData("rectifier", "v", "\"gain\": 1.02", 1.02, 0)]
    [InlineData("usb", "a", "\"gain\": 0.5, \"offset\": 0.125", 0.5, 125)]
    [InlineData("bus_tap", "v", "\"gain\": 1.1", 1.1, 0)]
    [InlineData("cooler", "a", "\"gain\": 2", 2, 0)]
    [InlineData("mains", "hz", "\"offset\": 0.5", 1, 5)]
    public void ReadingTimesGainPlusOffsetIsTold(string sensor, string suffix, string calibration, double gain, long offset)
    {
        long plain = Value(sensor, suffix, TestSite.Full);
        long corrected = Value(sensor, suffix, With(sensor, $"\"calibration\": {{ \"{suffix}\": {{ {calibration} }} }}"));
        Assert.InRange(corrected - (plain * gain) - offset, -2, 2);
        Assert.NotEqual(plain, corrected);
    }

    [Fact]
    public void WhatIsComputedIsComputedFromTheCorrectedValue()
    {
        var site = With("exhaust", "\"calibration\": { \"c\": { \"offset\": 5 } }");
        Assert.InRange(Value("delta", "k", site) - Value("delta", "k", TestSite.Full), 499, 501);
    }

    [Fact]
    public void ReadingThatRunsAwayIsHeldBackAndInTheEndTold()
    {
        using var bench = new SamplingBench(With("room_door", "\"max_per_minute\": { \"c\": 5 }"), TestSite.FullBoard);
        bench.Run(Start);
        var metric = bench["room_door_c"];
        long before = metric.Value;

        // The room becomes warmer by 18 K, most of it within a minute.
        bench.Site.Rack.Rack.Hot.IsOn = true;
        bench.Run(TimeSpan.FromMinutes(3));
        Assert.True(metric.IsOk);
        Assert.True(metric.Value > before + 1000);
        Assert.Contains(bench.Readings(metric), r => r.Quality == Quality.Implausible);

        // Where no rate is set, it is told as it comes.
        Assert.DoesNotContain(bench.Readings(bench["room_floor_c"]), r => r.Quality == Quality.Implausible);
    }

    private static long Value(string sensor, string suffix, Site site)
    {
        using var bench = new SamplingBench(site, TestSite.FullBoard);
        bench.Run(Start);
        var metric = bench[$"{sensor}_{suffix}"];
        Assert.True(metric.IsOk);
        return metric.Value;
    }

    /// <summary>The full rack as its file would read with another line for one sensor.</summary>
    private static Site With(string sensor, string line)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Ixp.Running.SiteFolder.Full))!.AsObject();
        var entry = json["sensors"]!.AsArray().Single(s => (string)s!["name"]! == sensor)!.AsObject();
        foreach (var (key, value) in System.Text.Json.Nodes.JsonNode.Parse($"{{ {line} }}")!.AsObject().ToList())
            entry[key] = value!.DeepClone();
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json.ToJsonString());
            var site = SiteFile.Read(file);
            Assert.Empty(SiteCheck.Of(site, TestSite.FullBoard));
            return site with { Targets = [] };
        }
        finally
        {
            File.Delete(file);
        }
    }
}
