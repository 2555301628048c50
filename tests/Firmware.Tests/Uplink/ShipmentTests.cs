using System.Text;
using Appliance.Core.Contract;
using Appliance.Core.Uplink;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Uplink;

[TestClass]
public class ShipmentTests
{
    [TestMethod]
    public void A_backlog_is_an_array_of_payloads_of_one_channel()
    {
        Outbox outbox = new Outbox(1, 8, 8192);
        outbox.Post(new PaddedReport("climate", null, 1), new Stamp());
        outbox.Post(new PaddedReport("power", null, 1), new Stamp());
        outbox.Post(new PaddedReport("climate", null, 2), new Stamp());
        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        Assert.AreEqual(2, shipment.Count);
        Assert.AreEqual(
            "[{\"up_s\":0,\"session\":1,\"seq\":1,\"pad\":\"x\"},{\"up_s\":0,\"session\":1,\"seq\":3,\"pad\":\"xx\"}]",
            Text(shipment));
        Assert.IsFalse(shipment.IsRetained);
    }

    [TestMethod]
    public void A_payload_of_an_item_names_the_item_in_the_backlog()
    {
        Outbox outbox = new Outbox(1, 8, 8192);
        outbox.Post(new PaddedReport("probe", "sw1", 1), new Stamp());
        outbox.Post(new PaddedReport("probe", "sw2", 1), new Stamp());
        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        Assert.AreEqual(
            "[{\"up_s\":0,\"session\":1,\"seq\":1,\"pad\":\"x\",\"item\":\"sw1\"},"
            + "{\"up_s\":0,\"session\":1,\"seq\":2,\"pad\":\"x\",\"item\":\"sw2\"}]",
            Text(shipment));
    }

    [TestMethod]
    public void A_live_payload_of_an_item_leaves_the_item_to_the_topic()
    {
        Outbox outbox = new Outbox(1, 8, 8192);
        outbox.GoOnline();
        outbox.Post(new PaddedReport("probe", "sw1", 1), new Stamp());
        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        Assert.AreEqual("t/probe/sw1", shipment.Topic(new Topics("s", "d")));
        Assert.AreEqual("{\"up_s\":0,\"session\":1,\"seq\":1,\"pad\":\"x\"}", Text(shipment));
    }

    [TestMethod]
    public void An_array_may_fill_the_limit_to_the_last_byte()
    {
        // Two brackets, three commas, four payloads.
        int frame = new PaddedReport("climate", null, 0).Text(1, 1).Length;
        int padding = ((Shipment.BacklogLimit - 5) / 4) - frame;
        int rest = Shipment.BacklogLimit - 5 - (4 * (padding + frame));
        Assert.AreEqual(4, InFirstShipment(padding, rest, out int length));
        Assert.AreEqual(Shipment.BacklogLimit, length);
        Assert.AreEqual(3, InFirstShipment(padding, rest + 1, out length));
        Assert.IsTrue(length < Shipment.BacklogLimit);
    }

    private static int InFirstShipment(int padding, int extra, out int length)
    {
        Outbox outbox = new Outbox(1, 8, 16384);
        for (int i = 0; i < 4; i++)
        {
            outbox.Post(new PaddedReport("climate", null, padding + (i == 3 ? extra : 0)), new Stamp());
        }

        Shipment shipment = new Shipment();
        outbox.Next(shipment);
        length = shipment.Payload().Length;
        return shipment.Count;
    }

    private static string Text(Shipment shipment)
    {
        byte[] payload = shipment.Payload();
        return Encoding.UTF8.GetString(payload, 0, payload.Length);
    }
}
