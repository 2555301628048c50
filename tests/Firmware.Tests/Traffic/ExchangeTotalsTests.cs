using System;
using Appliance.Core.Metrics;
using Appliance.Core.Traffic;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Traffic;

[TestClass]
public class ExchangeTotalsTests
{
    private const long LongestAge = 90_000;

    [TestMethod]
    public void Nobody_carries_nothing()
    {
        SwitchPort[] ports = { new SwitchPort("uplink", null, 1, false, true) };
        Assert.AreEqual((int)Quality.SourceMissing, (int)ExchangeTotals.Traffic(ports, 0, LongestAge, out _, out _));
        Assert.AreEqual((int)Quality.SourceMissing, (int)ExchangeTotals.PortsUp(ports, 0, LongestAge, out _));
        Assert.AreEqual(0, ExchangeTotals.Members(ports));
    }

    [TestMethod]
    public void Rates_as_high_as_an_agent_can_tell_are_summed()
    {
        SwitchModel agent = new SwitchModel();
        SwitchPort[] ports = new SwitchPort[1000];
        SwitchModelPort row = agent.Add(1, "eth1");
        row.Speed = uint.MaxValue;
        SwitchPort port = new SwitchPort("member1", null, 1, true, false);
        agent.Poll(port, 0);
        row.In += 5_368_709_118_750;
        agent.Ticks++;
        agent.Poll(port, 0);
        for (int i = 0; i < ports.Length; i++)
        {
            ports[i] = port;
        }

        Assert.AreEqual((int)Quality.Ok, (int)ExchangeTotals.Traffic(ports, 0, LongestAge, out long inBps, out _));
        Assert.AreEqual(5_368_709_118_750 * 800 * 1000, inBps);
    }

    [TestMethod]
    public void There_is_a_total_just_when_every_member_is_told()
    {
        Random random = new Random(5);
        int[] seen = new int[16];
        for (int round = 0; round < 3000; round++)
        {
            SwitchPort[] ports = new SwitchPort[1 + random.Next(4)];
            long inBps = 0;
            long outBps = 0;
            int up = 0;
            int members = 0;
            int pending = 0;
            int lost = 0;
            int rateless = 0;
            int old = 0;
            const long Now = 1_000_000;
            for (int i = 0; i < ports.Length; i++)
            {
                SwitchModel agent = new SwitchModel();
                SwitchModelPort row = agent.Add(7, "eth");
                bool isMember = random.Next(4) != 0;
                SwitchPort port = new SwitchPort("port", null, 7, isMember, false);
                int one = isMember ? 1 : 0;
                members += one;
                ports[i] = port;
                int trouble = random.Next(12);
                if (trouble == 0)
                {
                    pending += one;
                    continue;
                }

                bool isUp = random.Next(3) != 0;
                bool isOld = random.Next(12) == 0;
                uint rateIn = (uint)random.Next(1_000_000);
                uint rateOut = (uint)random.Next(1_000_000);
                row.Status = isUp ? 1 : 2;
                agent.Poll(port, Now - LongestAge - 1);
                if (trouble != 1)
                {
                    row.In += rateIn;
                    row.Out += rateOut;
                    agent.Ticks++;
                    agent.Poll(port, isOld ? Now - LongestAge - 1 : Now - LongestAge);
                    old += isOld ? one : 0;
                }
                else
                {
                    // Known, too old, and without rates.
                    rateless += one;
                    old += one;
                }

                if (trouble == 2)
                {
                    port.Miss(Quality.Timeout, Now);
                    lost += one;
                    old -= isOld ? one : 0;
                    continue;
                }

                if (trouble == 3)
                {
                    row.Index = 8;
                    agent.Poll(port, Now);
                    lost += one;
                    old -= isOld ? one : 0;
                    continue;
                }

                up += isUp ? one : 0;
                inBps += rateIn * 800L * one;
                outBps += rateOut * 800L * one;
            }

            Quality known = members == 0 || lost > 0 ? Quality.SourceMissing
                : old > 0 ? Quality.Timeout : pending > 0 ? Quality.Pending : Quality.Ok;
            Quality carried = rateless > 0 ? Quality.SourceMissing : known;
            Assert.AreEqual(members, ExchangeTotals.Members(ports));
            Assert.AreEqual((int)carried, (int)ExchangeTotals.Traffic(ports, Now, LongestAge, out long totalIn, out long totalOut));
            Assert.AreEqual(carried == Quality.Ok ? inBps : 0, totalIn);
            Assert.AreEqual(carried == Quality.Ok ? outBps : 0, totalOut);
            Assert.AreEqual((int)known, (int)ExchangeTotals.PortsUp(ports, Now, LongestAge, out int portsUp));
            Assert.AreEqual(known == Quality.Ok ? up : 0, portsUp);
            seen[(int)carried]++;
        }

        Assert.IsTrue(seen[(int)Quality.Ok] > 100 && seen[(int)Quality.Pending] > 100);
        Assert.IsTrue(seen[(int)Quality.Timeout] > 100 && seen[(int)Quality.SourceMissing] > 100);
    }
}
