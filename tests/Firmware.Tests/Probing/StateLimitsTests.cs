using System;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class StateLimitsTests
{
    [TestMethod]
    public void The_usual_limits()
    {
        StateLimits limits = StateLimits.Default();
        Assert.AreEqual(250_000L, limits.SlowMicros);
        Assert.AreEqual(20, limits.LossPercent);
        Assert.AreEqual(3, limits.Attempts);
        Assert.AreEqual(30, limits.FlapStartPercent);
        Assert.AreEqual(20, limits.FlapStopPercent);
    }

    [DataRow(0, 20, 3, 30, 20)]
    [DataRow(1, 0, 3, 30, 20)]
    [DataRow(1, 101, 3, 30, 20)]
    [DataRow(1, 20, 0, 30, 20)]
    [DataRow(1, 20, 3, 30, 30)]
    [DataRow(1, 20, 3, 30, -1)]
    [DataRow(1, 20, 3, 101, 20)]
    public void Limits_that_make_no_sense_are_refused(int slowMicros, int lossPercent, int attempts, int start, int stop)
    {
        Assert.ThrowsException(typeof(ArgumentException), () => new StateLimits(slowMicros, lossPercent, attempts, start, stop));
    }
}
