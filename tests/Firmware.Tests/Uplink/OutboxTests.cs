using Appliance.Core.Contract;
using Appliance.Core.Uplink;
using Appliance.Tests.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Uplink;

[TestClass]
public class OutboxTests
{
    private static readonly Topics Here = new Topics("s", "d");

    [TestMethod]
    public void A_live_report_goes_out_as_it_is()
    {
        Outbox outbox = new OutboxRig(17, 4, 4096, new MemoryStore()).Outbox;
        outbox.GoOnline();
        Assert.IsTrue(outbox.Post(new PaddedReport("climate", null, 3), new Stamp(1795246961, 0)));
        Shipment shipment = new Shipment();
        Assert.IsTrue(outbox.Next(shipment));
        Assert.AreEqual("{\"ts\":1795246961,\"session\":17,\"seq\":1,\"pad\":\"xxx\"}", OutboxRig.Text(shipment));
        Assert.AreEqual("t/climate", shipment.Topic(Here));
        Assert.IsFalse(shipment.IsBacklog);
        Assert.IsTrue(shipment.IsRetained);
    }

    [TestMethod]
    public void An_event_is_not_retained_and_neither_is_backlog()
    {
        OutboxRig rig = OutboxRig.New();
        rig.Outbox.Post(rig.Numbers, new Stamp());
        rig.Outbox.GoOnline();
        rig.Outbox.Post(new PaddedReport("event", null, 1, isRetained: false), new Stamp());
        Shipment shipment = new Shipment();
        rig.Outbox.Next(shipment);
        Assert.IsFalse(shipment.IsRetained);
        rig.Outbox.Acknowledge(shipment);
        rig.Outbox.Next(shipment);
        Assert.IsTrue(shipment.IsBacklog);
        Assert.IsFalse(shipment.IsRetained);
    }

    [TestMethod]
    public void An_empty_outbox_has_nothing_to_send()
    {
        OutboxRig rig = OutboxRig.New();
        Assert.IsNull(rig.Take());
        rig.Outbox.GoOnline();
        Assert.IsNull(rig.Take());
        Assert.AreEqual(0, rig.Outbox.LastSequence);
    }

    [TestMethod]
    public void A_report_stays_until_it_is_acknowledged()
    {
        OutboxRig rig = Online(1);
        Shipment shipment = new Shipment();
        rig.Outbox.Next(shipment);
        Assert.AreEqual(1, rig.Outbox.Count);
        rig.Outbox.Acknowledge(shipment);
        Assert.AreEqual(0, rig.Outbox.Count);
        Assert.IsFalse(rig.Outbox.Next(shipment));
    }

    [TestMethod]
    public void What_was_sent_but_not_acknowledged_is_sent_again_after_the_loss_of_the_broker()
    {
        OutboxRig rig = Online(1);
        rig.Outbox.Next(new Shipment());
        rig.Outbox.GoOffline();
        Assert.AreEqual(1, rig.Outbox.Count);
        rig.Outbox.GoOnline();
        Assert.AreEqual("[{\"up_s\":0,\"session\":1,\"seq\":1,\"pad\":\"xxx\"}]", rig.Take());
        Assert.IsNull(rig.Take());
    }

    [TestMethod]
    public void Live_reports_go_before_the_backlog()
    {
        OutboxRig rig = OutboxRig.New();
        rig.Outbox.Post(new PaddedReport("climate", null, 3), new Stamp());
        rig.Outbox.GoOnline();
        rig.Outbox.Post(rig.Numbers, new Stamp());
        Shipment shipment = new Shipment();
        rig.Outbox.Next(shipment);
        Assert.AreEqual("t/power", shipment.Topic(Here));
        rig.Outbox.Acknowledge(shipment);
        rig.Outbox.Next(shipment);
        Assert.AreEqual("ixp/v1/s/d/backlog/climate", shipment.Topic(Here));
    }

    [TestMethod]
    public void Numbers_are_kept_as_they_were_and_not_as_they_are_when_they_are_sent()
    {
        OutboxRig rig = OutboxRig.New();
        rig.Numbers.Volts = 123;
        rig.Numbers.Count = 4;
        rig.Outbox.Post(rig.Numbers, new Stamp(1795246961, 5000));
        rig.Numbers.Volts = -5;
        rig.Numbers.Count = -1;
        rig.Outbox.Post(rig.Numbers, new Stamp(1795247021, 65_000));
        rig.Numbers.Volts = 999;
        rig.Outbox.GoOnline();
        Assert.AreEqual(
            "[{\"ts\":1795246961,\"session\":1,\"seq\":1,\"v\":12.3,\"n\":4},{\"ts\":1795247021,\"session\":1,\"seq\":2,\"v\":-0.5}]", rig.Take());
    }

    [TestMethod]
    public void What_came_before_the_clock_was_set_is_stamped_afterwards()
    {
        OutboxRig rig = OutboxRig.New();
        rig.Outbox.Post(rig.Numbers, new Stamp(0, 2000));
        rig.Outbox.Post(rig.Numbers, new Stamp(1795246961, 12_000));
        rig.Outbox.GoOnline();
        Assert.StartsWith("[{\"ts\":1795246951,", rig.Take());
    }

    [TestMethod]
    public void Entries_of_items_name_their_items_in_the_backlog_and_leave_it_to_the_topic_when_live()
    {
        OutboxRig rig = OutboxRig.New();
        rig.Outbox.Post(rig.Probe, new Stamp());
        rig.Outbox.Post(new PaddedReport("alarm", "inlet", 1), new Stamp());
        rig.Outbox.Post(new EventReport(Here, "target-down", "sw1"), new Stamp());
        rig.Outbox.GoOnline();
        rig.Outbox.Post(rig.Probe, new Stamp());
        Assert.AreEqual("{\"up_s\":0,\"session\":1,\"seq\":4,\"v\":0.0,\"n\":0}", rig.Take());
        Assert.AreEqual("[{\"up_s\":0,\"session\":1,\"seq\":1,\"v\":0.0,\"n\":0,\"item\":\"sw1\"}]", rig.Take());
        Assert.AreEqual("[{\"up_s\":0,\"session\":1,\"seq\":2,\"pad\":\"x\",\"item\":\"inlet\"}]", rig.Take());
        Assert.AreEqual("[{\"up_s\":0,\"session\":1,\"seq\":3,\"event\":\"target-down\",\"item\":\"sw1\"}]", rig.Take());
        Assert.IsNull(rig.Take());
    }

    [TestMethod]
    public void Live_numbers_that_the_broker_left_unacknowledged_name_their_item_once()
    {
        OutboxRig rig = OutboxRig.New();
        rig.Outbox.GoOnline();
        rig.Outbox.Post(rig.Probe, new Stamp());
        rig.Outbox.GoOffline();
        rig.Outbox.GoOnline();
        Assert.AreEqual("[{\"up_s\":0,\"session\":1,\"seq\":1,\"v\":0.0,\"n\":0,\"item\":\"sw1\"}]", rig.Take());
    }

    [TestMethod]
    public void A_full_queue_moves_its_oldest_to_the_journal()
    {
        OutboxRig rig = Online(3);
        rig.Outbox.Post(new PaddedReport("climate", null, 4), new Stamp());
        Assert.AreEqual(4, rig.Outbox.Count);
        Assert.AreEqual(0, rig.Outbox.Lost);
        Assert.AreEqual(1, rig.Backlog.Counters.Journaled);
        Assert.Contains("\"seq\":2,", rig.Take());
        Assert.Contains("\"seq\":3,", rig.Take());
        Assert.Contains("\"seq\":4,", rig.Take());
        Assert.StartsWith("[{\"up_s\":0,\"session\":1,\"seq\":1,", rig.Take());
    }

    [TestMethod]
    public void What_is_under_way_stays_when_there_is_no_more_room()
    {
        OutboxRig rig = Online(2);
        Shipment shipment = new Shipment();
        rig.Outbox.Next(shipment);
        rig.Outbox.Post(new PaddedReport("climate", null, 3), new Stamp());
        rig.Outbox.Acknowledge(shipment);
        Assert.Contains("\"seq\":3,", rig.Take());
        Assert.StartsWith("[{\"up_s\":0,\"session\":1,\"seq\":2,", rig.Take());
    }

    [TestMethod]
    public void Without_a_journal_what_finds_no_place_is_lost_and_counted()
    {
        Outbox outbox = new Outbox(1, 1, 4096);
        Assert.IsFalse(outbox.Post(new PaddedReport("climate", null, 3), new Stamp()));
        outbox.GoOnline();
        outbox.Post(new PaddedReport("climate", null, 3), new Stamp());
        outbox.Post(new PaddedReport("climate", null, 3), new Stamp());
        Assert.AreEqual(2, outbox.Lost);
        Assert.AreEqual(3, outbox.LastSequence);
    }

    [TestMethod]
    public void A_live_report_that_is_too_long_gets_no_number()
    {
        OutboxRig rig = OutboxRig.New();
        rig.Outbox.GoOnline();
        Assert.IsFalse(rig.Outbox.Post(new PaddedReport("climate", null, Outbox.PayloadLimit), new Stamp()));
        Assert.AreEqual(1, rig.Outbox.Oversized);
        Assert.AreEqual(0, rig.Outbox.LastSequence);
        int frame = new PaddedReport("climate", null, 0).Text(1, 1).Length;
        Assert.IsTrue(rig.Outbox.Post(new PaddedReport("climate", null, Outbox.PayloadLimit - frame), new Stamp()));
    }

    [TestMethod]
    public void What_was_put_away_before_a_restart_is_sent_after_it()
    {
        OutboxRig rig = Online(2);
        rig.Outbox.Next(new Shipment());
        rig.Outbox.PutAway();
        OutboxRig after = new OutboxRig(2, 4, 4096, rig.Store);
        after.Outbox.GoOnline();
        Assert.AreEqual(
            "[{\"up_s\":0,\"session\":1,\"seq\":1,\"pad\":\"xxx\"},{\"up_s\":0,\"session\":1,\"seq\":2,\"pad\":\"xxx\"}]", after.Take());
    }

    [TestMethod]
    public void The_flash_is_written_before_anything_goes_out_live()
    {
        OutboxRig rig = OutboxRig.New();
        rig.Outbox.Post(rig.Numbers, new Stamp());
        int before = rig.Store.Writes;
        rig.Outbox.GoOnline();
        Assert.IsTrue(rig.Store.Writes > before);
    }

    /// <summary>An outbox with the broker there, full of live reports.</summary>
    private static OutboxRig Online(int capacity)
    {
        OutboxRig rig = OutboxRig.New(capacity);
        rig.Outbox.GoOnline();
        for (int i = 0; i < capacity; i++)
        {
            rig.Outbox.Post(new PaddedReport("climate", null, 3), new Stamp());
        }

        return rig;
    }

    [TestMethod]
    public void What_is_damaged_does_not_wait_for_ever()
    {
        OutboxRig rig = OutboxRig.New();
        for (int i = 0; i < 20; i++)
        {
            rig.Outbox.Post(rig.Numbers, new Stamp(1_795_000_000 + i, 1000L * i));
        }

        rig.Backlog.Flush();
        for (int i = 0; i < rig.Store.Count; i++)
        {
            if (!rig.Store[i].IsLayout)
            {
                rig.Store[i].Cut(16);
            }
        }

        rig.Outbox.GoOnline();
        Assert.AreEqual(20, rig.Outbox.Count);
        for (int i = 0; i < 10; i++)
        {
            Assert.IsNull(rig.Take());
        }

        Assert.AreEqual(0, rig.Outbox.Count);
        Assert.AreEqual(20, rig.Backlog.Counters.LostCorrupt);
    }
}
