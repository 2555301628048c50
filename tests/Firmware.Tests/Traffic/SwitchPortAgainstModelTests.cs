using System;
using Appliance.Core.Metrics;
using Appliance.Core.Traffic;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Traffic;

/// <summary>A port on a bad day, against what is known because it was made so: whole octets a tick, so that nothing is rounded.</summary>
[TestClass]
public class SwitchPortAgainstModelTests
{
    private const uint GigabitOctetsATick = 1_250_000;

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    public void Rates_are_told_just_when_the_last_two_polls_can_be_set_against_each_other(int seed)
    {
        Random random = new Random(seed);
        SwitchModel agent = new SwitchModel();
        SwitchModelPort row = agent.Add(10_101, "xe-0/0/1");
        row.In = random.Next(2) == 0 ? ulong.MaxValue - 5_000_000_000 : 0;
        row.Errors = uint.MaxValue - 1000;
        agent.Ticks = uint.MaxValue - 500_000;
        SwitchPort port = new SwitchPort("member1", random.Next(2) == 0 ? SwitchModel.Utf8("xe-0/0/1") : null, 10_101, true, true);

        // What has happened since the counters that the next poll is set against.
        bool hasBase = false;
        bool isBroken = false;
        uint ticks = 0;
        ulong octetsIn = 0;
        ulong octetsOut = 0;
        uint errors = 0;
        long now = 0;
        int rates = 0;
        bool wasUp = false;
        bool isSeen = false;
        for (int poll = 0; poll < 2000; poll++)
        {
            uint pause = random.Next(30) == 0 ? 300_000 + (uint)random.Next(120_000) : 1 + (uint)random.Next(6000);
            uint rateIn = (uint)random.Next((int)GigabitOctetsATick);
            uint rateOut = (uint)random.Next((int)GigabitOctetsATick);
            uint errorsATick = (uint)random.Next(3);
            if (ticks > 0)
            {
                // Over a missed poll there is one rate for both pauses.
                rateIn = (uint)(octetsIn / ticks);
                rateOut = (uint)(octetsOut / ticks);
                errorsATick = errors / ticks;
            }

            now += pause * 10L;
            ticks += pause;
            octetsIn += rateIn * (ulong)pause;
            octetsOut += rateOut * (ulong)pause;
            errors += errorsATick * pause;
            agent.Ticks += pause;
            row.In += rateIn * (ulong)pause;
            row.Out += rateOut * (ulong)pause;
            row.Errors += errorsATick * pause;
            row.Status = random.Next(10) == 0 ? 2 : 1;
            switch (random.Next(14))
            {
                case 0:
                    port.Miss(Quality.Timeout, now);
                    Assert.AreEqual((int)Quality.Timeout, (int)port.Quality);
                    Assert.IsFalse(port.HasRates || port.HasErrorRate);
                    continue;
                case 1:
                    // It restarts, and the poller notices.
                    agent.Ticks = (uint)random.Next(1000);
                    row.In = 0;
                    row.Out = 0;
                    row.Errors = 0;
                    port.Forget();
                    isBroken = true;
                    break;
                case 2:
                    agent.Ticks -= 1_000_000;
                    isBroken = true;
                    break;
                case 3:
                    row.Discontinuity++;
                    row.In -= 3_000_000_000;
                    isBroken = true;
                    break;
                case 4:
                    // The counter jumps by more than there was time for.
                    row.Out += (ulong)ticks * GigabitOctetsATick * 2;
                    isBroken = true;
                    break;
                case 5:
                    row.Index = 10_102;
                    break;
                default:
                    break;
            }

            if (port.IfIndex == 0)
            {
                row.Index = 10_101;
                agent.Walk(new PortWalk(), new[] { port }, now);
            }

            bool hasChanged = agent.Poll(port, now);
            Assert.AreEqual(now, port.Time);
            if (row.Index != 10_101)
            {
                row.Index = 10_101;
                Assert.AreEqual((int)Quality.NotPresent, (int)port.Quality);
                Assert.IsFalse(port.HasRates || port.HasErrorRate || hasChanged);
                hasBase = false;
                continue;
            }

            Assert.AreEqual((int)Quality.Ok, (int)port.Quality);
            Assert.AreEqual(row.Status == 1, port.IsUp);
            Assert.AreEqual(isSeen && wasUp != port.IsUp, hasChanged);
            bool hasRates = hasBase && !isBroken && ticks <= 360_000;
            Assert.AreEqual(hasRates, port.HasRates);
            if (hasRates)
            {
                Assert.AreEqual(octetsIn / ticks * 800, (ulong)port.InBps);
                Assert.AreEqual(octetsOut / ticks * 800, (ulong)port.OutBps);
                Assert.IsTrue(port.HasErrorRate);
                Assert.AreEqual(errors / ticks * 6000L, port.ErrorsPerMinute);
                rates++;
            }

            hasBase = true;
            isBroken = false;
            isSeen = true;
            wasUp = port.IsUp;
            ticks = 0;
            octetsIn = 0;
            octetsOut = 0;
            errors = 0;
        }

        Assert.IsTrue(rates > 500);
    }
}
