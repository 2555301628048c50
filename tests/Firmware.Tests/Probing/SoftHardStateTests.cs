using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class SoftHardStateTests
{
    private const int PeriodMs = 10_000;

    [TestMethod]
    public void A_new_target_counts_as_up_but_unknown()
    {
        SoftHardState state = New();
        Is(TargetState.Up, TargetState.Up, state);
        Assert.IsFalse(state.IsKnown);
        Assert.IsTrue(state.Answered(840));
        Assert.IsTrue(state.IsKnown);
        Assert.IsFalse(state.Answered(840));
    }

    [TestMethod]
    public void It_is_down_after_three_failures_in_a_row_of_which_two_are_soft()
    {
        SoftHardState state = Up();
        Assert.IsTrue(state.Lost());
        Is(TargetState.Soft, TargetState.Up, state);
        Assert.AreEqual(1, state.Attempt);
        Assert.IsFalse(state.Lost());
        Is(TargetState.Soft, TargetState.Up, state);
        Assert.AreEqual(2, state.Attempt);
        Assert.IsTrue(state.Lost());
        Is(TargetState.Down, TargetState.Down, state);
        Assert.IsFalse(state.Lost());
        Assert.AreEqual(3, state.Attempt);
    }

    [TestMethod]
    public void One_good_answer_ends_the_matter()
    {
        SoftHardState state = Up();
        Lose(state, 2);
        state.Answered(840);
        Is(TargetState.Up, TargetState.Up, state);
        Lose(state, 3);
        Assert.IsTrue(state.Answered(840));
        Is(TargetState.Up, TargetState.Up, state);
        Assert.AreEqual(0, state.Attempt);
    }

    [TestMethod]
    public void A_failure_is_checked_again_sooner_until_it_is_certain()
    {
        SoftHardState state = Up();
        Assert.AreEqual(PeriodMs, state.NextCheckMs(PeriodMs));
        Lose(state, 1);
        Assert.AreEqual(2000, state.NextCheckMs(PeriodMs));
        Assert.AreEqual(1000, state.NextCheckMs(3000));
        Assert.AreEqual(500, state.NextCheckMs(500));
        Lose(state, 2);
        Assert.AreEqual(PeriodMs, state.NextCheckMs(PeriodMs));
    }

    [TestMethod]
    public void Slow_answers_make_it_degraded_and_a_fast_one_ends_that()
    {
        SoftHardState state = Up();
        state.Answered(249_999);
        Is(TargetState.Up, TargetState.Up, state);
        state.Answered(250_000);
        state.Answered(250_000);
        Is(TargetState.Soft, TargetState.Up, state);
        state.Answered(250_000);
        Is(TargetState.Degraded, TargetState.Degraded, state);
        state.Answered(249_999);
        Is(TargetState.Up, TargetState.Up, state);
    }

    [TestMethod]
    public void One_check_in_five_lost_makes_it_degraded_and_not_down()
    {
        SoftHardState state = Up();
        for (int round = 0; round < 20; round++)
        {
            state.Lost();
            for (int i = 0; i < 4; i++)
            {
                state.Answered(840);
            }
        }

        Is(TargetState.Degraded, TargetState.Degraded, state);
        Assert.AreEqual(20, state.LossPercent);
        state.Lost();
        Is(TargetState.Degraded, TargetState.Degraded, state);
        Assert.AreEqual(2000, state.NextCheckMs(PeriodMs));
    }

    [TestMethod]
    public void What_was_lost_in_an_outage_does_not_make_it_degraded_after()
    {
        SoftHardState state = Up();
        Lose(state, 15);
        state.Answered(840);
        Is(TargetState.Up, TargetState.Up, state);
        Assert.AreEqual(0, state.LossPercent);
    }

    [TestMethod]
    public void A_slow_answer_after_an_outage_is_no_longer_down()
    {
        SoftHardState state = Up();
        Lose(state, 3);
        state.Answered(300_000);
        Is(TargetState.Degraded, TargetState.Degraded, state);
    }

    [TestMethod]
    public void The_child_of_a_dead_parent_is_unreachable_at_once_and_calls_nobody()
    {
        SoftHardState parent = Up();
        SoftHardState child = Up(parent);
        Lose(parent, 3);
        Assert.IsTrue(child.Lost());
        Is(TargetState.Unreachable, TargetState.Unreachable, child);
        SoftHardState grandchild = Up(child);
        grandchild.Lost();
        Is(TargetState.Unreachable, TargetState.Unreachable, grandchild);
        Assert.AreEqual(PeriodMs, child.NextCheckMs(PeriodMs));
    }

    [TestMethod]
    public void A_child_that_answers_past_a_dead_parent_is_up()
    {
        SoftHardState parent = Up();
        SoftHardState child = Up(parent);
        Lose(parent, 3);
        child.Answered(840);
        Is(TargetState.Up, TargetState.Up, child);
    }

    [TestMethod]
    public void A_child_that_is_checked_first_waits_for_its_parent()
    {
        SoftHardState parent = Up();
        SoftHardState child = Up(parent);
        Lose(child, 5);
        Is(TargetState.Soft, TargetState.Up, child);
        parent.Lost();
        Lose(child, 5);
        Is(TargetState.Soft, TargetState.Up, child);
        Lose(parent, 2);
        child.Lost();
        Is(TargetState.Unreachable, TargetState.Unreachable, child);
    }

    [TestMethod]
    public void A_child_is_down_once_it_has_failed_a_check_that_began_when_its_parent_had_answered()
    {
        SoftHardState parent = Up();
        SoftHardState child = Up(parent);
        Lose(child, 3);
        parent.Answered(840);
        Assert.IsFalse(child.Lost());
        Is(TargetState.Soft, TargetState.Up, child);
        Assert.IsTrue(child.Lost());
        Is(TargetState.Down, TargetState.Down, child);
    }

    [TestMethod]
    public void A_child_that_was_asked_while_its_parent_was_gone_for_a_moment_is_not_down()
    {
        SoftHardState parent = Up();
        SoftHardState child = Up(parent);
        parent.Lost();
        Lose(child, 2);
        parent.Answered(840);
        child.Lost();
        Is(TargetState.Soft, TargetState.Up, child);
        child.Answered(840);
        Is(TargetState.Up, TargetState.Up, child);
    }

    [TestMethod]
    public void A_child_has_its_attempts_when_the_parent_is_back()
    {
        SoftHardState parent = Up();
        SoftHardState child = Up(parent);
        Lose(parent, 3);
        Lose(child, 10);
        parent.Answered(840);
        child.Lost();
        Is(TargetState.Soft, TargetState.Unreachable, child);
        parent.Answered(840);
        child.Lost();
        Is(TargetState.Soft, TargetState.Unreachable, child);
        child.Lost();
        Is(TargetState.Down, TargetState.Down, child);
    }

    [TestMethod]
    public void A_child_of_two_is_unreachable_only_when_both_are_gone()
    {
        SoftHardState first = Up();
        SoftHardState second = Up(first);
        SoftHardState child = Up(first, second);
        Lose(second, 1);
        first.Answered(840);
        Lose(second, 2);
        Is(TargetState.Down, TargetState.Down, second);
        child.Lost();
        Is(TargetState.Soft, TargetState.Up, child);
        Lose(first, 3);
        child.Lost();
        Is(TargetState.Unreachable, TargetState.Unreachable, child);

        // Gone for the other reason it is gone as well.
        second.Lost();
        Is(TargetState.Down, TargetState.Down, first);
        child.Lost();
        Is(TargetState.Unreachable, TargetState.Unreachable, child);
    }

    [TestMethod]
    public void A_child_stays_soft_while_one_parent_is_down_and_the_other_undecided()
    {
        SoftHardState first = Up();
        SoftHardState second = Up();
        SoftHardState child = Up(first, second);
        Lose(first, 3);
        Lose(child, 2);
        second.Lost();
        Lose(child, 5);
        Is(TargetState.Soft, TargetState.Up, child);
        Assert.AreEqual(2000, child.NextCheckMs(PeriodMs));
        Lose(second, 2);
        child.Lost();
        Is(TargetState.Unreachable, TargetState.Unreachable, child);
    }

    [TestMethod]
    public void A_child_is_down_once_one_of_its_parents_has_answered()
    {
        SoftHardState first = Up();
        SoftHardState second = Up();
        SoftHardState child = Up(first, second);
        Lose(first, 3);
        Lose(child, 4);
        Is(TargetState.Soft, TargetState.Up, child);
        second.Answered(840);
        child.Lost();
        child.Lost();
        Is(TargetState.Down, TargetState.Down, child);
    }

    [TestMethod]
    public void What_one_parent_answered_before_and_another_lost_since_is_no_life()
    {
        SoftHardState first = Up();
        SoftHardState second = Up();
        SoftHardState child = Up(first, second);
        Lose(child, 3);
        second.Lost();
        child.Lost();
        Is(TargetState.Soft, TargetState.Up, child);
        second.Answered(840);
        second.Lost();
        child.Lost();
        Is(TargetState.Soft, TargetState.Up, child);
        first.Answered(840);
        child.Lost();
        child.Lost();
        Is(TargetState.Down, TargetState.Down, child);
    }

    [TestMethod]
    public void A_child_that_answers_past_all_its_dead_parents_is_up()
    {
        SoftHardState first = Up();
        SoftHardState second = Up();
        SoftHardState child = Up(first, second);
        Lose(first, 3);
        Lose(second, 3);
        child.Answered(840);
        Is(TargetState.Up, TargetState.Up, child);
        child.Lost();
        Is(TargetState.Unreachable, TargetState.Unreachable, child);
        child.Answered(840);
        Is(TargetState.Up, TargetState.Up, child);
        Assert.AreEqual(0, child.LossPercent);
    }

    [TestMethod]
    public void No_parents_are_told_as_null_or_as_none()
    {
        SoftHardState told = Up(new SoftHardState[0]);
        SoftHardState untold = new SoftHardState(StateLimits.Default());
        untold.DependOn(null);
        Lose(told, 3);
        Lose(untold, 3);
        Is(TargetState.Down, TargetState.Down, told);
        Is(TargetState.Down, TargetState.Down, untold);
    }

    [TestMethod]
    public void A_target_that_comes_and_goes_is_flapping_and_calms_down()
    {
        SoftHardState state = Up();
        for (int i = 0; i < 3; i++)
        {
            Assert.IsFalse(state.IsFlapping);
            Lose(state, 3);
            state.Answered(840);
        }

        Is(TargetState.Flapping, TargetState.Up, state);
        int calm = 0;
        while (state.IsFlapping && calm < FlapHistory.Length)
        {
            state.Answered(840);
            calm++;
        }

        Assert.IsTrue(calm > 5 && calm < FlapHistory.Length);
        Is(TargetState.Up, TargetState.Up, state);
    }

    [TestMethod]
    public void Soft_failures_alone_are_no_flapping()
    {
        SoftHardState state = Up();
        for (int i = 0; i < 50; i++)
        {
            state.Lost();
            for (int good = 0; good < 6; good++)
            {
                state.Answered(840);
            }
        }

        Is(TargetState.Up, TargetState.Up, state);
    }

    [TestMethod]
    public void A_flapping_child_of_a_dead_parent_is_unreachable()
    {
        SoftHardState parent = Up();
        SoftHardState child = Up(parent);
        for (int i = 0; i < 4; i++)
        {
            child.Lost();
            parent.Answered(840);
            Lose(child, 2);
            child.Answered(840);
        }

        Is(TargetState.Flapping, TargetState.Up, child);
        Lose(parent, 3);
        child.Lost();
        Is(TargetState.Unreachable, TargetState.Unreachable, child);
    }

    private static SoftHardState New(params SoftHardState[] parents)
    {
        SoftHardState state = new SoftHardState(StateLimits.Default());
        state.DependOn(parents);
        return state;
    }

    private static SoftHardState Up(params SoftHardState[] parents)
    {
        SoftHardState state = New(parents);
        state.Answered(840);
        return state;
    }

    private static void Lose(SoftHardState state, int checks)
    {
        for (int i = 0; i < checks; i++)
        {
            state.Lost();
        }
    }

    private static void Is(TargetState state, TargetState hard, SoftHardState actual)
    {
        Assert.AreEqual((int)state, (int)actual.State);
        Assert.AreEqual((int)hard, (int)actual.Hard);
    }
}
