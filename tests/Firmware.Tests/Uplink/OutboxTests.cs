using System.Text;
using Appliance.Core.Contract;
using Appliance.Core.Uplink;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Uplink;

[TestClass]
public class OutboxTests
{
    [TestMethod]
    public void A_live_report_goes_out_as_it_is()
    {
        Outbox outbox = new Outbox(17, 4, 4096);
        outbox.GoOnline();
        PaddedReport report = new PaddedReport("climate", null, 3);
        Assert.IsTrue(outbox.Post(report, new Stamp(1795246961, 0)));
        Shipment shipment = new Shipment();
        Assert.IsTrue(outbox.Next(shipment));
        Assert.AreEqual("{\"ts\":1795246961,\"session\":17,\"seq\":1,\"pad\":\"xxx\"}", Text(shipment));
        Assert.AreEqual("t/climate", shipment.Topic(new Topics("s", "d")));
        Assert.IsFalse(shipment.IsBacklog);
        Assert.IsTrue(shipment.IsRetained);
    }

    [TestMethod]
    public void An_event_is_not_retained()
    {
        Outbox outbox = new Outbox(1, 4, 4096);
        outbox.GoOnline();
        outbox.Post(new PaddedReport("event", null, 1, isRetained: false), new Stamp());
        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        Assert.IsFalse(shipment.IsRetained);
    }

    [TestMethod]
    public void An_empty_outbox_has_nothing_to_send()
    {
        Outbox outbox = new Outbox(1, 4, 4096);
        Shipment shipment = new Shipment();
        Assert.IsFalse(outbox.Next(shipment));
        Assert.IsTrue(shipment.IsEmpty);
        Assert.AreEqual(0, outbox.LastSequence);
    }

    [TestMethod]
    public void A_report_stays_until_it_is_acknowledged()
    {
        Outbox outbox = Online(1);
        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        Assert.AreEqual(1, outbox.Count);
        outbox.Acknowledge(shipment);
        Assert.AreEqual(0, outbox.Count);
        Assert.IsFalse(outbox.Next(shipment));
    }

    [TestMethod]
    public void What_was_sent_but_not_acknowledged_is_sent_again_after_the_loss_of_the_broker()
    {
        Outbox outbox = Online(1);
        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        outbox.GoOffline();
        outbox.Acknowledge(shipment);
        Assert.AreEqual(1, outbox.Count);
        outbox.GoOnline();
        Assert.IsTrue(outbox.Next(shipment));
        Assert.IsTrue(shipment.IsBacklog);
        Assert.AreEqual("[{\"up_s\":0,\"session\":1,\"seq\":1,\"pad\":\"xxx\"}]", Text(shipment));
    }

    [TestMethod]
    public void A_shipment_given_up_for_another_is_not_acknowledged_with_it()
    {
        Outbox outbox = new Outbox(1, 4, 4096);
        outbox.Post(new PaddedReport("climate", null, 3), new Stamp());
        outbox.GoOnline();
        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        outbox.Post(new PaddedReport("climate", null, 3), new Stamp());
        outbox.Next(shipment);
        outbox.Acknowledge(shipment);
        Assert.AreEqual(1, outbox.Count);
        outbox.Next(shipment);
        Assert.AreEqual("[{\"up_s\":0,\"session\":1,\"seq\":1,\"pad\":\"xxx\"}]", Text(shipment));
    }

    [TestMethod]
    public void Live_reports_go_before_the_backlog()
    {
        Outbox outbox = new Outbox(1, 4, 4096);
        outbox.Post(new PaddedReport("climate", null, 3), new Stamp());
        outbox.GoOnline();
        outbox.Post(new PaddedReport("power", null, 3), new Stamp());
        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        Assert.IsFalse(shipment.IsBacklog);
        Assert.AreEqual("t/power", shipment.Topic(new Topics("s", "d")));
        outbox.Acknowledge(shipment);
        outbox.Next(shipment);
        Assert.IsTrue(shipment.IsBacklog);
        Assert.AreEqual("ixp/v1/s/d/backlog/climate", shipment.Topic(new Topics("s", "d")));
    }

    [TestMethod]
    public void A_full_outbox_lets_go_of_the_oldest_and_counts()
    {
        Outbox outbox = new Outbox(1, 3, 4096);
        for (int i = 0; i < 5; i++)
        {
            Assert.IsTrue(outbox.Post(new PaddedReport("climate", null, i), new Stamp()));
        }

        Assert.AreEqual(3, outbox.Count);
        Assert.AreEqual(2, outbox.Lost);
        Assert.AreEqual(5, outbox.LastSequence);
        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        Assert.StartsWith("[{\"up_s\":0,\"session\":1,\"seq\":3,", Text(shipment));
    }

    [TestMethod]
    public void The_limit_of_bytes_lets_go_of_the_oldest_too()
    {
        Outbox outbox = new Outbox(1, 10, 1000);
        outbox.Post(new PaddedReport("climate", null, 400), new Stamp());
        outbox.Post(new PaddedReport("climate", null, 400), new Stamp());
        Assert.AreEqual(2, outbox.Count);
        outbox.Post(new PaddedReport("climate", null, 400), new Stamp());
        Assert.AreEqual(2, outbox.Count);
        Assert.AreEqual(1, outbox.Lost);
    }

    [TestMethod]
    public void What_is_under_way_is_not_let_go()
    {
        Outbox outbox = Online(2);
        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        Assert.IsTrue(outbox.Post(new PaddedReport("climate", null, 3), new Stamp()));
        Assert.AreEqual(1, outbox.Lost);
        outbox.Acknowledge(shipment);
        Assert.AreEqual(1, outbox.Count);
        outbox.Next(shipment);
        Assert.AreEqual("{\"up_s\":0,\"session\":1,\"seq\":3,\"pad\":\"xxx\"}", Text(shipment));
    }

    [TestMethod]
    public void When_all_is_under_way_the_new_report_is_the_lost_one()
    {
        Outbox outbox = Online(1);
        outbox.Next(new Shipment());
        Assert.IsFalse(outbox.Post(new PaddedReport("climate", null, 3), new Stamp()));
        Assert.AreEqual(2, outbox.LastSequence);
        Assert.AreEqual(1, outbox.Lost);
        Assert.AreEqual(1, outbox.Count);
    }

    [TestMethod]
    public void A_report_that_is_too_long_gets_no_number()
    {
        Outbox outbox = new Outbox(1, 4, 8192);
        Assert.IsFalse(outbox.Post(new PaddedReport("climate", null, Outbox.PayloadLimit), new Stamp()));
        Assert.AreEqual(1, outbox.Oversized);
        Assert.AreEqual(0, outbox.Lost);
        Assert.AreEqual(0, outbox.LastSequence);
        Assert.IsTrue(outbox.Post(new PaddedReport("climate", null, 3), new Stamp()));
        Assert.AreEqual(1, outbox.LastSequence);
    }

    [TestMethod]
    public void The_longest_payload_still_goes()
    {
        int frame = new PaddedReport("climate", null, 0).Text(1, 1).Length;
        Outbox outbox = new Outbox(1, 4, 8192);
        Assert.IsTrue(outbox.Post(new PaddedReport("climate", null, Outbox.PayloadLimit - frame), new Stamp()));
        Assert.IsFalse(outbox.Post(new PaddedReport("climate", null, Outbox.PayloadLimit - frame + 1), new Stamp()));
    }

    /// <summary>An outbox with the broker there, full of live reports.</summary>
    private static Outbox Online(int capacity)
    {
        Outbox outbox = new Outbox(1, capacity, 4096);
        outbox.GoOnline();
        for (int i = 0; i < capacity; i++)
        {
            outbox.Post(new PaddedReport("climate", null, 3), new Stamp());
        }

        return outbox;
    }

    private static string Text(Shipment shipment)
    {
        byte[] payload = shipment.Payload();
        return Encoding.UTF8.GetString(payload, 0, payload.Length);
    }
}
