using Appliance.Core.Metrics;
using Ixp.Sites;
using SystemTests.Support;

namespace SystemTests;

/// <summary>What is normal for a fan is learned, outlives a power cut, and shows a fan that slows down or stands.</summary>
public sealed class FanSpeedTests
{
    private static readonly TimeSpan Learning = TimeSpan.FromMinutes(31);

    private static Site Fans { get; } = TestSite.Full with { Sensors = [.. TestSite.Full.Sensors.Where(s => s.Kind.Name is "fan")] };

    [Fact]
    public void StoppedFanIsNoneOfItsNormalSpeedAndBecomesNormalAgain()
    {
        using var bench = new SamplingBench(Fans, TestSite.FullBoard);
        bench.Run(TimeSpan.FromMinutes(5));
        Assert.Equal(Quality.NotCalibrated, bench["fan2_normal_pct"].Quality);
        bench.Run(Learning);
        Assert.InRange(bench["fan2_normal_pct"].Value, 95, 105);

        bench.Fault("fan-stopped:2");
        bench.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(0, bench["fan2_rpm"].Value);
        Assert.Equal(0, bench["fan2_normal_pct"].Value);
        Assert.InRange(bench["fan1_normal_pct"].Value, 90, 120);

        // Hours in which it stands teach nothing.
        bench.Run(TimeSpan.FromHours(2));
        bench.Fault("fan-stopped:2@0+0.1");
        bench.Run(TimeSpan.FromMinutes(1));
        Assert.InRange(bench["fan2_normal_pct"].Value, 90, 115);
    }

    [Fact]
    public void WornFanIsToldInPercentOfWhatItWas()
    {
        using var bench = new SamplingBench(Fans, TestSite.FullBoard);
        bench.Run(Learning);

        // Half of the pulses are lost, as with half of the speed.
        bench.Fault("weak-pull-up:fan3");
        bench.Run(TimeSpan.FromMinutes(10));
        Assert.InRange(bench["fan3_normal_pct"].Value, 40, 60);
        Assert.InRange(bench["fan4_normal_pct"].Value, 90, 110);
    }

    [Fact]
    public void WhatWasLearnedOutlivesAPowerCut()
    {
        using var bench = new SamplingBench(Fans, TestSite.FullBoard);
        bench.Run(Learning);
        bench.PowerCut();
        bench.PowerOn();
        bench.Run(TimeSpan.FromSeconds(30));
        Assert.All(Enumerable.Range(1, 6), n => Assert.InRange(bench[$"fan{n}_normal_pct"].Value, 90, 110));
    }
}
