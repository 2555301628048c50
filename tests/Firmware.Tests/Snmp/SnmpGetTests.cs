using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class SnmpGetTests
{
    private const string UpTimeAndName =
        "30 35 02 01 01 04 06 70 75 62 6C 69 63 A0 28 02 02 12 34 02 01 00 02 01 00 30 1C "
        + "30 0C 06 08 2B 06 01 02 01 01 03 00 05 00 30 0C 06 08 2B 06 01 02 01 01 05 00 05 00";

    [TestMethod]
    public void A_request_for_two_objects_is_written()
    {
        SnmpGet request = SnmpReply.UpTimeAndName();
        request.Write(0x1234);
        CollectionAssert.AreEqual(Hex.Bytes(UpTimeAndName), Message(request));
        Assert.AreEqual(2, request.Count);
        Assert.AreEqual(0x1234, request.RequestId);
    }

    [TestMethod]
    public void Each_try_differs_in_the_request_id_alone()
    {
        SnmpGet request = SnmpReply.UpTimeAndName();
        BerReader reader = new BerReader();
        Random random = new Random(3416);
        for (int round = 0; round < 500; round++)
        {
            int requestId = random.Next(int.MaxValue) >> random.Next(31);
            request.Write(requestId);
            byte[] message = Message(request);
            reader.Open(message, message.Length);
            Assert.IsTrue(reader.Enter(BerTag.Sequence) && reader.Next(BerTag.Integer) && reader.Next(BerTag.OctetString));
            Assert.IsTrue(reader.Enter(BerTag.GetRequest) && reader.Next(BerTag.Integer));
            Assert.IsTrue(reader.TryInteger(out long written));
            Assert.AreEqual((long)requestId, written);
            Assert.IsTrue(reader.Next(BerTag.Integer) && reader.Next(BerTag.Integer) && reader.Next(BerTag.Sequence) && reader.IsAtEnd);
            Assert.AreEqual(28, reader.Length);
            Assert.AreEqual(message.Length, reader.Start + reader.Length);
        }
    }

    [TestMethod]
    public void The_longest_message_is_what_every_agent_accepts()
    {
        int most = 1;
        while (most < 100 && Fits(most + 1))
        {
            most++;
        }

        SnmpGet request = new SnmpGet("public", Names(most));
        request.Write(int.MaxValue);
        Assert.IsTrue(request.Length <= SnmpGet.MaxLength && request.Length > SnmpGet.MaxLength - 20);
        Assert.AreEqual(0, request.Start);
    }

    [TestMethod]
    public void A_request_for_nothing_is_refused()
    {
        Assert.ThrowsException(typeof(ArgumentException), () => new SnmpGet("public", new ObjectIdentifier[0]));
    }

    private static bool Fits(int count)
    {
        try
        {
            return new SnmpGet("public", Names(count)).Count == count;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static ObjectIdentifier[] Names(int count)
    {
        ObjectIdentifier[] names = new ObjectIdentifier[count];
        for (int i = 0; i < count; i++)
        {
            names[i] = new ObjectIdentifier("1.3.6.1.2.1.31.1.1.1.6." + (10_001 + i).ToString());
        }

        return names;
    }

    private static byte[] Message(SnmpGet request)
    {
        byte[] message = new byte[request.Length];
        Array.Copy(request.Bytes, request.Start, message, 0, message.Length);
        return message;
    }
}
