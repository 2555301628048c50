using System;
using Appliance.Core.Metrics;
using Appliance.Core.Snmp;
using Appliance.Core.Traffic;
using Appliance.Tests.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Traffic;

[TestClass]
public class PortWalkTests
{
    private const string Column = "1.3.6.1.2.1.31.1.1.1.1.";

    [TestMethod]
    public void It_does_not_begin_by_itself()
    {
        Assert.IsTrue(new PortWalk().IsDone);
    }

    [TestMethod]
    public void It_ends_with_the_last_port_that_was_looked_for()
    {
        SwitchModel agent = new SwitchModel();
        agent.Add(1, "lo");
        agent.Add(49, "eth1");
        agent.Add(50, "eth10");
        agent.Add(10_101, "eth2");
        SwitchPort[] ports = { Port("eth10"), Port("eth1"), new SwitchPort("numbered", null, 3, true, false) };
        Assert.AreEqual(3, agent.Walk(new PortWalk(), ports, 5));
        Assert.AreEqual(50u, ports[0].IfIndex);
        Assert.AreEqual(49u, ports[1].IfIndex);
        Assert.AreEqual(3u, ports[2].IfIndex);
        Assert.AreEqual((int)Quality.Pending, (int)ports[0].Quality);
    }

    [TestMethod]
    public void Who_is_not_found_may_be_looked_for_again()
    {
        SwitchModel agent = new SwitchModel();
        agent.Add(1, "eth1");
        SwitchPort[] ports = { Port("eth1"), Port("eth2") };
        PortWalk walk = new PortWalk();
        Assert.AreEqual(2, agent.Walk(walk, ports, 777));
        Assert.AreEqual(1u, ports[0].IfIndex);
        Assert.AreEqual(0u, ports[1].IfIndex);
        Assert.AreEqual((int)Quality.NotPresent, (int)ports[1].Quality);
        Assert.AreEqual(777L, ports[1].Time);
        agent.Add(2, "eth2");
        agent.Walk(walk, ports, 888);
        Assert.AreEqual(2u, ports[1].IfIndex);
        agent.Poll(ports[1], 888);
        Assert.IsTrue(ports[1].IsKnown);
    }

    [TestMethod]
    public void Of_two_of_one_name_the_first_counts()
    {
        SwitchModel agent = new SwitchModel();
        agent.Add(3, "eth1");
        agent.Add(4, "eth1");
        SwitchPort[] ports = { Port("eth1"), Port("eth2") };
        agent.Walk(new PortWalk(), ports, 0);
        Assert.AreEqual(3u, ports[0].IfIndex);
    }

    [TestMethod]
    public void An_agent_without_end_is_left()
    {
        SnmpRequest request = new SnmpRequest(1);
        SwitchPort[] ports = { Port("eth1") };
        PortWalk walk = new PortWalk();
        walk.Begin();
        int rows = 0;
        while (!walk.IsDone)
        {
            rows++;
            Ask(walk, request);
            walk.Take(SnmpReply.Answered(request, SnmpReply.Next(request, Column + rows.ToString(), "04 01 41")), ports, 0);
        }

        Assert.AreEqual(PortWalk.MostRows, rows);
        Assert.AreEqual((int)Quality.NotPresent, (int)ports[0].Quality);
    }

    [TestMethod]
    public void An_agent_that_goes_in_circles_is_left()
    {
        SnmpRequest request = new SnmpRequest(1);
        SwitchPort[] ports = { Port("eth1") };
        PortWalk walk = new PortWalk();
        walk.Begin();
        string[] rows = { "5", "9", "5" };
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.IsFalse(walk.IsDone);
            Ask(walk, request);
            walk.Take(SnmpReply.Answered(request, SnmpReply.Next(request, Column + rows[i], "04 01 41")), ports, 0);
        }

        Assert.IsTrue(walk.IsDone);
    }

    [TestMethod]
    public void A_refusal_ends_the_walk()
    {
        SnmpRequest request = new SnmpRequest(1);
        SwitchPort[] ports = { Port("eth1") };
        PortWalk walk = new PortWalk();
        walk.Begin();
        Ask(walk, request);
        byte[] reply = SnmpReply.To(request, 2, 1, "05 00");
        SnmpResponse response = new SnmpResponse(1);
        response.Open(reply, reply.Length);
        Assert.AreEqual((int)SnmpOutcome.Refused, (int)response.Match(request));
        walk.Take(response, ports, 0);
        Assert.IsTrue(walk.IsDone);
        Assert.AreEqual((int)Quality.NotPresent, (int)ports[0].Quality);
    }

    [TestMethod]
    public void Every_port_is_found_wherever_it_stands()
    {
        Random random = new Random(31);
        for (int round = 0; round < 100; round++)
        {
            SwitchModel agent = new SwitchModel();
            int rows = random.Next(60);
            uint index = 0;
            for (int i = 0; i < rows; i++)
            {
                index += 1 + ((uint)random.Next(1_000_000) >> random.Next(20));
                agent.Add(index, "port" + i.ToString());
            }

            SwitchPort[] ports = new SwitchPort[1 + random.Next(8)];
            int last = -1;
            for (int i = 0; i < ports.Length; i++)
            {
                int row = random.Next(70);
                last = row > last ? row : last;
                ports[i] = Port("port" + row.ToString());
            }

            int requests = agent.Walk(new PortWalk(), ports, 0);
            Assert.AreEqual(last < rows ? last + 1 : rows + 1, requests);
            for (int i = 0; i < ports.Length; i++)
            {
                uint expected = 0;
                for (int row = 0; row < rows; row++)
                {
                    SwitchModelPort there = (SwitchModelPort)agent.Ports[row];
                    expected = Hex.Text(SwitchModel.Utf8(there.Name), 0) == Hex.Text(ports[i].IfName, 0) ? there.Index : expected;
                }

                Assert.AreEqual(expected, ports[i].IfIndex);
                Assert.AreEqual((int)(expected == 0 ? Quality.NotPresent : Quality.Pending), (int)ports[i].Quality);
            }
        }
    }

    private static SwitchPort Port(string name) => new SwitchPort(name, SwitchModel.Utf8(name), 0, true, false);

    private static void Ask(PortWalk walk, SnmpRequest request)
    {
        request.Begin(SnmpReply.Public, true);
        Assert.IsTrue(walk.Ask(request));
        request.Write(1);
    }
}
