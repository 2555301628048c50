using System;
using System.Text;
using Appliance.Core.Contract;
using Appliance.Core.Uplink;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Uplink;

[TestClass]
public class OutboxAgainstModelTests
{
    private const int Session = 9;

    [DataRow(1, 100000)]
    [DataRow(3, 100000)]
    [DataRow(8, 100000)]
    [DataRow(8, 3000)]
    [DataRow(40, 6000)]
    public void Any_course_of_events_is_as_in_the_model(int capacity, int byteLimit)
    {
        Random random = new Random(capacity + byteLimit);
        Outbox outbox = new Outbox(Session, capacity, byteLimit);
        OutboxModel model = new OutboxModel(capacity, byteLimit);
        Shipment shipment = new Shipment();
        for (int step = 0; step < 600; step++)
        {
            switch (random.Next(16))
            {
                case 0:
                    outbox.GoOnline();
                    model.Go(true);
                    break;
                case 1:
                    outbox.GoOffline();
                    model.Go(false);
                    break;
                case 2:
                case 3:
                case 4:
                    Assert.AreEqual(model.Next(), Next(outbox, shipment));
                    break;
                case 5:
                case 6:
                case 7:
                    outbox.Acknowledge(shipment);
                    model.Acknowledge();
                    break;
                default:
                    PaddedReport report = Report(random);
                    Assert.AreEqual(model.Post(report, Session), outbox.Post(report, new Stamp()));
                    break;
            }

            Assert.AreEqual(model.Count, outbox.Count);
            Assert.AreEqual(model.Lost, outbox.Lost);
            Assert.AreEqual(model.Oversized, outbox.Oversized);
            Assert.AreEqual(model.LastSequence, outbox.LastSequence);
            Assert.AreEqual(outbox.LastSequence, outbox.Count + outbox.Lost + model.Delivered);
        }

        Assert.IsTrue(outbox.Lost > 0 && outbox.Oversized > 0 && model.Delivered > 0, "all of it has to be met");
    }

    private static PaddedReport Report(Random random)
    {
        int padding = random.Next(20) == 0 ? 2000 : random.Next(random.Next(3) == 0 ? 1400 : 200);
        switch (random.Next(3))
        {
            case 0:
                return new PaddedReport("climate", null, padding);
            case 1:
                return new PaddedReport("power", null, padding);
            default:
                return new PaddedReport("probe", "sw" + random.Next(3).ToString(), padding);
        }
    }

    private static string Next(Outbox outbox, Shipment shipment)
    {
        if (!outbox.Next(shipment))
        {
            return null;
        }

        byte[] payload = shipment.Payload();
        Assert.IsTrue(payload.Length <= Shipment.BacklogLimit);
        return shipment.Topic(new Topics("s", "d")) + " " + Encoding.UTF8.GetString(payload, 0, payload.Length);
    }
}
