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
        Assert.IsNull(target.Parents);
        Assert.AreEqual(10_000, target.NextCheckMs);
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
    public void It_is_down_after_three_failures_in_a_row_and_checked_sooner_until_then()
    {
        Target target = NewTarget();
        target.Answered(840);
        Assert.IsTrue(target.Lost(CheckOutcome.NoAnswer));
        Is(TargetState.Soft, true, target);
        Assert.AreEqual(2000, target.NextCheckMs);
        Assert.IsFalse(target.Lost(CheckOutcome.NoAnswer));
        Is(TargetState.Soft, true, target);
        Assert.IsTrue(target.Lost(CheckOutcome.NoAnswer));
        Is(TargetState.Down, false, target);
        Assert.AreEqual(10_000, target.NextCheckMs);
        Assert.IsFalse(target.Lost(CheckOutcome.NoAnswer));
        Is(TargetState.Down, false, target);
    }

    [TestMethod]
    public void The_last_check_tells_the_cause()
    {
        Target target = NewTarget();
        for (int outcome = (int)CheckOutcome.WrongAnswer; outcome > 0; outcome--)
        {
            target.Lost((CheckOutcome)outcome);
            Assert.AreEqual(outcome, (int)target.Outcome);
        }

        target.Answered(840);
        Assert.AreEqual((int)CheckOutcome.Answered, (int)target.Outcome);
    }

    [TestMethod]
    public void It_is_unreachable_behind_those_that_are_gone()
    {
        Target[] parents = { NewTarget(), NewTarget() };
        Target target = NewTarget();
        target.DependOn(parents);
        target.Answered(840);
        target.DependOn(null);
        target.DependOn(new Target[0]);
        Assert.AreEqual(2, target.Parents.Length);
        for (int i = 0; i < 3; i++)
        {
            parents[0].Lost(CheckOutcome.NoAnswer);
            parents[1].Lost(CheckOutcome.Refused);
        }

        Assert.IsTrue(target.Lost(CheckOutcome.NoAnswer));
        Is(TargetState.Unreachable, false, target);
    }

    [TestMethod]
    public void One_that_flaps_is_up_or_down_as_it_is_at_the_moment()
    {
        Target target = NewTarget();
        for (int i = 0; i < 9; i++)
        {
            Lose(target);
            target.Answered(840);
        }

        Assert.IsTrue(target.IsFlapping);
        Is(TargetState.Flapping, true, target);
        Lose(target);
        Is(TargetState.Flapping, false, target);
        Assert.AreEqual((int)TargetState.Down, (int)target.Hard);
    }

    [TestMethod]
    public void Its_state_follows_from_the_failures_since_the_last_answer()
    {
        // Of these limits only the attempts are ever reached.
        Random random = new Random(3);
        Target target = new Target("sw1", TargetKind.Icmp, "192.0.2.2", 0, 10, 1000, new StateLimits(2000, 100, 3, 100, 99));
        int failures = 0;
        for (int round = 0; round < 1000; round++)
        {
            TargetState before = target.State;
            bool answered = random.Next(3) == 0;
            failures = answered ? 0 : failures + 1;
            bool changed = answered ? target.Answered(1000) : target.Lost(CheckOutcome.NoAnswer);
            TargetState expected = failures == 0 ? TargetState.Up : failures < 3 ? TargetState.Soft : TargetState.Down;
            Is(expected, failures < 3, target);
            Assert.AreEqual(round == 0 || before != expected, changed);
        }
    }

    private static Target NewTarget() => new Target("sw1", TargetKind.Icmp, "192.0.2.2", 0, 10, 1000, StateLimits.Default());

    private static void Lose(Target target)
    {
        for (int i = 0; i < 3; i++)
        {
            target.Lost(CheckOutcome.NoAnswer);
        }
    }

    private static void Is(TargetState state, bool isUp, Target target)
    {
        Assert.AreEqual((int)state, (int)target.State);
        Assert.AreEqual(isUp, target.IsUp);
    }
}
