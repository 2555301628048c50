using Appliance.Core.Alarms;
using Appliance.Core.Conditions;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Alarms;

[TestClass]
public class AlarmConditionsTests
{
    [DataRow((int)Group.Power, (int)Subsystem.Power)]
    [DataRow((int)Group.Climate, (int)Subsystem.Climate)]
    [DataRow((int)Group.Cooling, (int)Subsystem.Cooling)]
    [DataRow((int)Group.Security, (int)Subsystem.Security)]
    [DataRow((int)Group.Traffic, (int)Subsystem.Reachability)]
    [DataRow((int)Group.Health, (int)Subsystem.Appliance)]
    public void A_lost_sensor_is_a_fault_of_its_subsystem_until_it_is_back(int group, int subsystem)
    {
        ConditionBook conditions = new ConditionBook();
        SensorWatch[] watches = { Watch((Group)group, out Metric metric) };
        metric.Fail(Quality.Checksum, 0);
        Tell(watches, conditions, 0);
        Assert.AreEqual((int)Subsystem.None, (int)conditions.Worst());
        Tell(watches, conditions, 10_000);
        Assert.AreEqual(subsystem, (int)conditions.Worst());
        Assert.AreEqual((int)Severity.Fault, (int)conditions.Of((Subsystem)subsystem));
        metric.Set(1, 11_000);
        Tell(watches, conditions, 11_000);
        Assert.AreEqual((int)Subsystem.None, (int)conditions.Worst());
    }

    [TestMethod]
    public void A_blackout_is_a_warning_of_the_power_and_no_fault()
    {
        ConditionBook conditions = new ConditionBook();
        SensorWatch[] watches = { Watch(Group.Cooling, out Metric metric), Watch(Group.Power, out Metric mains) };
        metric.Fail(Quality.Blackout, 0);
        Tell(watches, conditions, 60_000);
        Assert.AreEqual((int)Severity.Warning, (int)conditions.Of(Subsystem.Power));
        Assert.AreEqual((int)Severity.Ok, (int)conditions.Of(Subsystem.Cooling));

        mains.Fail(Quality.Timeout, 60_000);
        Tell(watches, conditions, 70_000);
        Assert.AreEqual((int)Severity.Fault, (int)conditions.Of(Subsystem.Power));
    }

    [TestMethod]
    public void What_is_critical_counts_more_than_a_sensor_that_is_lost()
    {
        ConditionBook conditions = new ConditionBook();
        SensorWatch[] watches = { Watch(Group.Climate, out Metric lost) };
        Metric hot = new Metric(Group.Climate, "hot", "c", "", 0) { Limits = new Limits { HighWarning = 1, HighCritical = 2 } };
        LimitWatch limit = new LimitWatch(hot, null, null);
        lost.Fail(Quality.Checksum, 0);
        watches[0].Step(10_000);
        for (int value = 1; value <= 3; value++)
        {
            hot.Set(value, 0);
            limit.Step(10_000);
            AlarmConditions.Tell(new AlarmSource[] { watches[0], limit }, watches, conditions);
            Assert.AreEqual((int)(value == 3 ? Severity.Critical : Severity.Fault), (int)conditions.Of(Subsystem.Climate));
        }

        // What a worker tells of its own subsystem, and the alarms of it, do not overwrite each other.
        conditions.Set(Subsystem.Climate, Severity.Ok);
        Assert.AreEqual((int)Severity.Critical, (int)conditions.Of(Subsystem.Climate));
        conditions.SetAlarms(Subsystem.Climate, Severity.Ok);
        conditions.Set(Subsystem.Climate, Severity.Warning);
        Assert.AreEqual((int)Severity.Warning, (int)conditions.Of(Subsystem.Climate));
    }

    private static void Tell(SensorWatch[] watches, ConditionBook conditions, long now)
    {
        for (int i = 0; i < watches.Length; i++)
        {
            watches[i].Step(now);
        }

        AlarmConditions.Tell(watches, watches, conditions);
    }

    private static SensorWatch Watch(Group group, out Metric metric)
    {
        metric = new Metric(group, "x", "c", "", 1) { PeriodSeconds = 1 };
        return new SensorWatch("x", new Metric[] { metric });
    }
}
