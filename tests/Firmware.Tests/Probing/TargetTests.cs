using System;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class TargetTests
{
    [TestMethod]
    public void A_new_target_counts_as_up_but_unknown()
    {
        Target target = NewTarget();
        Assert.IsTrue(target.IsUp);
        Assert.IsFalse(target.IsKnown);
    }

    [TestMethod]
    public void The_first_answer_is_news_and_the_next_is_not()
    {
        Target target = NewTarget();
        Assert.IsTrue(target.Answered(840));
        Assert.IsTrue(target.IsKnown);
        Assert.IsFalse(target.Answered(850));
        Assert.AreEqual(850, target.Statistics.LastMicros);
    }

    [TestMethod]
    public void It_is_down_after_three_failures_in_a_row()
    {
        Target target = NewTarget();
        target.Answered(840);
        Assert.IsTrue(target.Lost());
        Is(TargetState.Soft, true, target);
        Assert.IsFalse(target.Lost());
        Is(TargetState.Soft, true, target);
        Assert.IsTrue(target.Lost());
        Is(TargetState.Down, false, target);
        Assert.IsFalse(target.Lost());
        Is(TargetState.Down, false, target);
    }

    [TestMethod]
    public void One_answer_brings_it_up_and_the_count_begins_anew()
    {
        Target target = NewTarget();
        target.Lost();
        target.Lost();
        target.Lost();
        Assert.IsTrue(target.Answered(840));
        Is(TargetState.Up, true, target);
        target.Lost();
        target.Lost();
        Is(TargetState.Soft, true, target);
    }

    [TestMethod]
    public void Its_state_follows_from_the_failures_since_the_last_answer()
    {
        Random random = new Random(3);
        Target target = NewTarget();
        int failures = 0;
        for (int round = 0; round < 1000; round++)
        {
            TargetState before = target.State;
            bool answered = random.Next(3) == 0;
            failures = answered ? 0 : failures + 1;
            bool changed = answered ? target.Answered(1000) : target.Lost();
            TargetState expected = failures == 0 ? TargetState.Up : failures < 3 ? TargetState.Soft : TargetState.Down;
            Is(expected, failures < 3, target);
            Assert.AreEqual(round == 0 || before != expected, changed);
        }
    }

    private static Target NewTarget() => new Target("sw1", "icmp", "192.0.2.2", 0, 10, 1000);

    private static void Is(TargetState state, bool isUp, Target target)
    {
        Assert.AreEqual((int)state, (int)target.State);
        Assert.AreEqual(isUp, target.IsUp);
    }
}
