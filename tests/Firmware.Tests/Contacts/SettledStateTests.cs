using System;
using Appliance.Core.Contacts;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contacts;

[TestClass]
public class SettledStateTests
{
    [TestMethod]
    public void First_state_counts_at_once()
    {
        SettledState state = new SettledState(50);
        state.Look(3, 1000);
        Assert.AreEqual(3, state.Value);
        Assert.AreEqual(long.MaxValue, state.LookAt);
    }

    [TestMethod]
    public void New_state_counts_after_the_hold_time()
    {
        SettledState state = new SettledState(50);
        state.Look(0, 0);
        state.Look(2, 100);
        Assert.AreEqual(0, state.Value);
        Assert.AreEqual(150L, state.LookAt);
        state.Look(2, 149);
        Assert.AreEqual(0, state.Value);
        state.Look(2, 150);
        Assert.AreEqual(2, state.Value);
        Assert.AreEqual(long.MaxValue, state.LookAt);
    }

    [DataRow(0)]
    [DataRow(1)]
    public void Other_state_in_between_begins_the_hold_time_anew(int between)
    {
        SettledState state = new SettledState(50);
        state.Look(0, 0);
        state.Look(2, 100);
        state.Look(between, 120);
        state.Look(2, 130);
        state.Look(2, 179);
        Assert.AreEqual(0, state.Value);
        state.Look(2, 180);
        Assert.AreEqual(2, state.Value);
    }

    [TestMethod]
    public void Without_hold_time_each_look_counts()
    {
        Random random = new Random(3);
        SettledState state = new SettledState(0);
        for (int i = 0; i < 200; i++)
        {
            int look = random.Next(4);
            state.Look(look, i);
            Assert.AreEqual(look, state.Value);
        }
    }

    [TestMethod]
    public void What_counts_has_been_seen_for_the_hold_time_and_nothing_else_with_it()
    {
        Random random = new Random(17);
        SettledState state = new SettledState(50);
        int run = 0;
        long runSince = 0;
        int counted = 0;
        state.Look(run, 0);
        for (long now = 1; now < 5_000; now += 1 + random.Next(40))
        {
            int look = random.Next(5) == 0 ? random.Next(4) : run;
            runSince = look == run ? runSince : now;
            run = look;
            state.Look(look, now);
            counted = now - runSince >= 50 ? run : counted;
            Assert.AreEqual(counted, state.Value);
        }
    }
}
