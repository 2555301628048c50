using System;
using Appliance.Core.Metrics;
using Appliance.Core.Snmp;
using Appliance.Core.Traffic;
using Appliance.Tests.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Traffic;

[TestClass]
public class SwitchPortTests
{
    [TestMethod]
    public void It_is_pending_before_the_first_answer()
    {
        SwitchPort port = Port(false);
        Assert.AreEqual((int)Quality.Pending, (int)port.Quality);
        Assert.IsFalse(port.IsKnown || port.IsUp || port.HasRates || port.HasErrorRate);
    }

    [TestMethod]
    public void The_first_poll_tells_the_state_and_no_rates()
    {
        SwitchModel agent = Agent(out _);
        SwitchPort port = Port(true);
        Assert.IsFalse(agent.Poll(port, 1234));
        Assert.IsTrue(port.IsKnown && port.IsUp);
        Assert.IsFalse(port.HasRates || port.HasErrorRate);
        Assert.AreEqual(1234L, port.Time);
    }

    [TestMethod]
    public void Counters_become_rates()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        row.In += 125_000;
        row.Out += 1;
        row.Errors += 32;
        agent.Ticks += 1000;
        agent.Poll(port, 10_000);
        AssertRates(port, 100_000, 1);
        Assert.IsTrue(port.HasErrorRate);
        Assert.AreEqual(192L, port.ErrorsPerMinute);
    }

    [TestMethod]
    public void All_counters_and_the_agents_clock_wrap()
    {
        SwitchModel agent = Agent(out SwitchModelPort row);
        row.In = ulong.MaxValue - 99;
        row.Out = ulong.MaxValue;
        row.Errors = uint.MaxValue;
        agent.Ticks = uint.MaxValue - 99;
        SwitchPort port = Port(true);
        agent.Poll(port, 0);
        row.In += 200;
        row.Out += 100;
        row.Errors += 2;
        agent.Ticks += 100;
        agent.Poll(port, 1000);
        AssertRates(port, 1600, 800);
        Assert.AreEqual(120L, port.ErrorsPerMinute);
    }

    [TestMethod]
    public void An_agent_that_restarted_begins_anew()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        row.In = 5000;
        agent.Ticks = 300;
        agent.Poll(port, 10_000);
        Assert.IsFalse(port.HasRates);
        AssertNextRate(agent, row, port);
    }

    [TestMethod]
    public void Counters_that_restarted_begin_anew()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        row.In += 100_000;
        agent.Ticks += 1000;
        row.Discontinuity = 5500;
        agent.Poll(port, 10_000);
        Assert.IsFalse(port.HasRates || port.HasErrorRate);
        AssertNextRate(agent, row, port);
    }

    [TestMethod]
    public void A_counter_that_went_back_gives_no_rate()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        row.In--;
        row.Errors--;
        agent.Ticks += 1000;
        agent.Poll(port, 10_000);
        Assert.IsFalse(port.HasRates || port.HasErrorRate);
        AssertNextRate(agent, row, port);
    }

    [TestMethod]
    public void More_than_the_port_can_carry_is_no_rate_unless_its_speed_is_not_known()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        for (int i = 0; i < 2; i++)
        {
            row.Speed = i == 0 ? 1000u : 0u;
            row.Out += 131_250_001;
            agent.Ticks += 100;
            agent.Poll(port, 10_000);
            Assert.AreEqual(i == 1, port.HasRates);
        }

        Assert.AreEqual(1_050_000_008L, port.OutBps);
    }

    [TestMethod]
    public void More_errors_than_packets_can_come_are_no_rate()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        row.Speed = 10;

        // 14 881 packets a second, and 5 %
        row.Errors += 15_600;
        agent.Ticks += 100;
        agent.Poll(port, 10_000);
        Assert.IsTrue(port.HasErrorRate);
        row.Errors += 15_700;
        agent.Ticks += 100;
        agent.Poll(port, 20_000);
        Assert.IsTrue(port.HasRates && !port.HasErrorRate);
    }

    [TestMethod]
    public void A_cached_answer_changes_the_state_alone()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        row.In += 100;
        agent.Ticks += 100;
        agent.Poll(port, 10_000);
        row.In += 50;
        row.Status = 2;
        Assert.IsTrue(agent.Poll(port, 20_000));
        AssertRates(port, 800, 0);
        Assert.AreEqual(10_000L, port.Time);
        row.In += 50;
        agent.Ticks += 100;
        Assert.IsFalse(agent.Poll(port, 30_000));
        AssertRates(port, 800, 0);
        Assert.AreEqual(30_000L, port.Time);
    }

    [TestMethod]
    public void A_missed_answer_has_no_rates_and_the_next_one_has_them_for_both()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        AssertNextRate(agent, row, port);
        port.Miss(Quality.Timeout, 20_000);
        Assert.AreEqual((int)Quality.Timeout, (int)port.Quality);
        Assert.AreEqual(20_000L, port.Time);
        Assert.IsTrue(port.IsUp && !port.IsKnown && !port.HasRates && !port.HasErrorRate);
        row.In += 200;
        agent.Ticks += 200;
        Assert.IsFalse(agent.Poll(port, 30_000));
        AssertRates(port, 800, 0);
    }

    [TestMethod]
    public void What_was_forgotten_is_not_set_against()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        AssertNextRate(agent, row, port);
        port.Forget();
        Assert.IsTrue(port.IsKnown && !port.HasRates && !port.HasErrorRate);
        Assert.AreEqual(0u, port.IfIndex);
        agent.Walk(new PortWalk(), new[] { port }, 10_000);
        row.In += 100;
        agent.Ticks += 100;
        agent.Poll(port, 10_000);
        Assert.IsFalse(port.HasRates || port.HasErrorRate);
        AssertNextRate(agent, row, port);
    }

    [TestMethod]
    public void A_number_that_was_given_is_not_forgotten()
    {
        SwitchPort port = new SwitchPort("member1", null, 7, true, false);
        port.Forget();
        Assert.AreEqual(7u, port.IfIndex);
    }

    [DataRow(2)]
    [DataRow(3)]
    [DataRow(6)]
    [DataRow(7)]
    public void Going_down_and_up_is_told_once(int status)
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        row.Status = status;
        agent.Ticks++;
        Assert.IsTrue(agent.Poll(port, 10_000));
        Assert.IsTrue(port.IsKnown && !port.IsUp && port.HasRates);
        agent.Ticks++;
        Assert.IsFalse(agent.Poll(port, 20_000));
        port.Miss(Quality.Timeout, 30_000);
        row.Status = 1;
        Assert.IsTrue(agent.Poll(port, 40_000));
        Assert.IsTrue(port.IsUp);
    }

    [TestMethod]
    public void A_port_that_is_not_there_is_not_present()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        row.Index = 8;
        Assert.IsFalse(agent.Poll(port, 10_000));
        Assert.AreEqual((int)Quality.NotPresent, (int)port.Quality);
        Assert.AreEqual(0u, port.IfIndex);
    }

    [TestMethod]
    public void Another_port_under_its_number_is_not_taken_for_it()
    {
        SwitchModel agent = Polled(out SwitchModelPort row, out SwitchPort port);
        row.Name = "Ethernet1/2";
        row.Status = 2;
        agent.Ticks += 100;
        Assert.IsFalse(agent.Poll(port, 10_000));
        Assert.AreEqual((int)Quality.NotPresent, (int)port.Quality);
        Assert.IsTrue(port.IsUp && !port.HasRates);
        Assert.AreEqual(0u, port.IfIndex);

        SwitchPort numbered = new SwitchPort("member1", null, 7, true, false);
        agent.Poll(numbered, 10_000);
        Assert.IsTrue(numbered.IsKnown && !numbered.IsUp);
    }

    [TestMethod]
    public void Without_counters_of_octets_there_are_errors_still()
    {
        SwitchModel agent = Agent(out SwitchModelPort row);
        row.HasNoOctets = true;
        SwitchPort port = Port(true);
        agent.Poll(port, 0);
        agent.Ticks += 6000;
        row.Errors += 3;
        agent.Poll(port, 60_000);
        Assert.IsTrue(port.IsKnown && !port.HasRates && port.HasErrorRate);
        Assert.AreEqual(3L, port.ErrorsPerMinute);
        row.HasNoOctets = false;
        row.In = 4000;
        agent.Ticks += 6000;
        agent.Poll(port, 120_000);
        Assert.IsFalse(port.HasRates);
        AssertNextRate(agent, row, port);
    }

    [TestMethod]
    public void Without_a_counter_of_errors_there_are_rates_still()
    {
        SwitchModel agent = Agent(out SwitchModelPort row);
        row.HasNoErrors = true;
        SwitchPort port = Port(true);
        agent.Poll(port, 0);
        row.In += 100;
        agent.Ticks += 100;
        agent.Poll(port, 1000);
        Assert.IsTrue(port.HasRates && !port.HasErrorRate);
        row.HasNoErrors = false;
        agent.Ticks += 100;
        agent.Poll(port, 2000);
        Assert.IsFalse(port.HasErrorRate);
        AssertNextRate(agent, row, port);
    }

    [DataRow(true, true, 7)]
    [DataRow(true, false, 6)]
    [DataRow(false, true, 6)]
    [DataRow(false, false, 5)]
    public void It_is_asked_for_whole_or_not_at_all(bool hasName, bool hasKeys, int objects)
    {
        SwitchPort port = new SwitchPort("member1", hasName ? SwitchModel.Utf8("Ethernet1/1") : null, 7, true, hasKeys);
        Assert.AreEqual(objects, port.Objects);
        for (int capacity = 0; capacity < 20; capacity++)
        {
            SnmpRequest request = new SnmpRequest(capacity);
            request.Begin(SnmpReply.Public, false);
            int asked = 0;
            while (port.Ask(request))
            {
                asked++;
            }

            Assert.AreEqual(capacity / objects, asked);
            Assert.AreEqual(asked * objects, request.Count);
        }
    }

    [TestMethod]
    public void An_answer_that_says_nothing_is_none()
    {
        SnmpRequest request = new SnmpRequest(20);
        SwitchPort port = Port(true);
        request.Begin(SnmpReply.Public, false);
        Assert.IsTrue(port.Ask(request));
        port.Take(SnmpReply.Answered(request, SnmpReply.To(request, 0, 0, "02 01 01")), 0, 100, 5);
        Assert.AreEqual((int)Quality.Timeout, (int)port.Quality);
        port.Take(SnmpReply.Answered(request, SnmpReply.To(request, 0, 0, "04 01 31")), 0, 100, 5);
        Assert.AreEqual((int)Quality.Timeout, (int)port.Quality);
    }

    [TestMethod]
    public void Random_values_do_no_harm()
    {
        string[] elements =
        {
            "02 01 01", "02 01 FF", "41 04 FF FF FF FF", "46 09 00 FF FF FF FF FF FF FF FF", "46 01 00", "42 01 01", "43 02 10 00",
            "80 00", "81 00", "05 00", "02 00", "04 0B 45 74 68 65 72 6E 65 74 31 2F 31",
        };
        Random random = new Random(2863);
        SnmpRequest request = new SnmpRequest(20);
        SwitchModel agent = Agent(out _);
        SwitchPort port = Port(true);
        int rates = 0;
        for (int round = 0; round < 3000; round++)
        {
            if (port.IfIndex == 0)
            {
                agent.Walk(new PortWalk(), new[] { port }, round);
            }

            request.Begin(SnmpReply.Public, false);
            Assert.IsTrue(port.Ask(request));
            string[] values = new string[random.Next(10) == 0 ? random.Next(8) : 7];
            for (int i = 0; i < values.Length; i++)
            {
                int usual = i == 0 ? 0 : i == 5 ? 11 : 4;
                values[i] = elements[random.Next(4) == 0 ? random.Next(elements.Length) : usual];
            }

            port.Take(SnmpReply.Answered(request, SnmpReply.To(request, 0, 0, values)), 0, (uint)random.Next(100_000), round);
            Assert.IsTrue(port.InBps >= 0 && port.OutBps >= 0 && port.ErrorsPerMinute >= 0);
            Assert.IsTrue(port.IsKnown || !port.HasRates);
            rates += port.HasRates ? 1 : 0;
        }

        Assert.IsTrue(rates > 50);
    }

    private static SwitchPort Port(bool hasKeys) => new SwitchPort("member1", SwitchModel.Utf8("Ethernet1/1"), 7, true, hasKeys);

    private static SwitchModel Agent(out SwitchModelPort row)
    {
        SwitchModel agent = new SwitchModel();
        row = agent.Add(7, "Ethernet1/1");
        row.In = 1_000_000;
        row.Out = 2_000_000;
        row.Errors = 10;
        return agent;
    }

    private static SwitchModel Polled(out SwitchModelPort row, out SwitchPort port)
    {
        SwitchModel agent = Agent(out row);
        port = Port(true);
        agent.Poll(port, 0);
        return agent;
    }

    private static void AssertRates(SwitchPort port, long inBps, long outBps)
    {
        Assert.IsTrue(port.HasRates);
        Assert.AreEqual(inBps, port.InBps);
        Assert.AreEqual(outBps, port.OutBps);
    }

    private static void AssertNextRate(SwitchModel agent, SwitchModelPort row, SwitchPort port)
    {
        row.In += 1000;
        row.Errors += 1;
        agent.Ticks += 1000;
        agent.Poll(port, 10_000);
        AssertRates(port, 800, 0);
        Assert.IsTrue(port.HasErrorRate);
        Assert.AreEqual(6L, port.ErrorsPerMinute);
    }
}
