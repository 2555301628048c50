using Appliance.Core.Counters;
using Appliance.Core.Derived;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Derived;

[TestClass]
public class RunTimeTests
{
    [TestMethod]
    public void Hours_are_counted_while_it_runs_only()
    {
        Metric running = new Metric(Group.Cooling, "ac", "running", "", 0);
        running.PeriodSeconds = 10;
        Metric hours = new Metric(Group.Cooling, "ac", "h", "h", 2);
        RunTime runTime = new RunTime(running, new Counter("ac_h", 0), hours);
        for (int second = 0; second <= 7200; second += 10)
        {
            running.Set(second < 3600 ? 1 : 0, second * 1000L);
            runTime.Update(second * 1000L);
        }

        Assert.AreEqual(100L, hours.Value);
    }

    [TestMethod]
    public void Gap_adds_nothing()
    {
        Counter counter = new Counter("ac_h", 0);
        Metric running = new Metric(Group.Cooling, "ac", "running", "", 0);
        Metric hours = new Metric(Group.Cooling, "ac", "h", "h", 2);
        RunTime runTime = new RunTime(running, counter, hours);
        running.Set(1, 0);
        runTime.Update(0);
        running.Fail(Quality.NotPresent, 1000);
        runTime.Update(1000);
        running.Set(1, 5000);
        runTime.Update(5000);
        Assert.AreEqual(0L, counter.Value);
        running.Set(1, 6000);
        runTime.Update(6000);
        Assert.AreEqual(1000L, counter.Value);
    }
}
