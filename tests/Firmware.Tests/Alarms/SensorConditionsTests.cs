using Appliance.Core.Alarms;
using Appliance.Core.Conditions;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Alarms;

[TestClass]
public class SensorConditionsTests
{
    [DataRow((int)Group.Power, (int)Subsystem.Power)]
    [DataRow((int)Group.Climate, (int)Subsystem.Climate)]
    [DataRow((int)Group.Cooling, (int)Subsystem.Cooling)]
    [DataRow((int)Group.Security, (int)Subsystem.Security)]
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

    [DataRow((int)Group.Traffic)]
    [DataRow((int)Group.Health)]
    public void Other_groups_have_no_subsystem_of_their_own(int group)
    {
        ConditionBook conditions = new ConditionBook();
        SensorWatch[] watches = { Watch((Group)group, out Metric metric) };
        metric.Fail(Quality.Fault, 0);
        Tell(watches, conditions, 10_000);
        Assert.IsTrue(watches[0].IsLost);
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

    private static void Tell(SensorWatch[] watches, ConditionBook conditions, long now)
    {
        for (int i = 0; i < watches.Length; i++)
        {
            watches[i].Step(now);
        }

        SensorConditions.Tell(watches, conditions);
    }

    private static SensorWatch Watch(Group group, out Metric metric)
    {
        metric = new Metric(group, "x", "c", "", 1) { PeriodSeconds = 1 };
        return new SensorWatch("x", new Metric[] { metric });
    }
}
