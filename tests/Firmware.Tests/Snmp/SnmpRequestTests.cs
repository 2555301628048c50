using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class SnmpRequestTests
{
    private const string UpTimeAndName =
        "30 35 02 01 01 04 06 70 75 62 6C 69 63 A0 28 02 02 12 34 02 01 00 02 01 00 30 1C "
        + "30 0C 06 08 2B 06 01 02 01 01 03 00 05 00 30 0C 06 08 2B 06 01 02 01 01 05 00 05 00";

    private const string NextNameAfter10101 =
        "30 2B 02 01 01 04 06 70 75 62 6C 69 63 A1 1E 02 02 12 34 02 01 00 02 01 00 30 12 "
        + "30 10 06 0C 2B 06 01 02 01 1F 01 01 01 01 CE 75 05 00";

    [TestMethod]
    public void A_request_for_two_objects_is_written()
    {
        SnmpRequest request = SnmpReply.UpTimeAndName();
        request.Write(0x1234);
        CollectionAssert.AreEqual(Hex.Bytes(UpTimeAndName), Message(request));
        Assert.AreEqual(2, request.Count);
        Assert.AreEqual(0x1234, request.RequestId);
    }

    [TestMethod]
    public void A_request_for_what_follows_a_row_is_written()
    {
        SnmpRequest request = new SnmpRequest(1);
        request.Begin(SnmpReply.Public, true);
        Assert.IsTrue(request.Add(MibObject.PortName, 10101));
        request.Write(0x1234);
        CollectionAssert.AreEqual(Hex.Bytes(NextNameAfter10101), Message(request));
    }

    [TestMethod]
    public void Each_try_differs_in_the_request_id_alone()
    {
        SnmpRequest request = SnmpReply.UpTimeAndName();
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

    [DataRow(0)]
    [DataRow(6)]
    [DataRow(127)]
    [DataRow(128)]
    [DataRow(255)]
    [DataRow(256)]
    [DataRow(400)]
    public void The_longest_message_is_what_every_agent_accepts(int communityLength)
    {
        SnmpRequest request = new SnmpRequest(100);
        request.Begin(new byte[communityLength], false);
        int added = 0;
        while (request.Add(MibObject.PortName, (uint)(10_001 + added)))
        {
            added++;
        }

        Assert.AreEqual(added, request.Count);
        request.Write(int.MaxValue);
        Assert.IsTrue(request.Start >= 0 && request.Start + request.Length <= SnmpRequest.MaxLength);

        // An object takes 18 bytes, and lengths in front of them up to 8 less than is kept free.
        Assert.IsTrue(request.Length > SnmpRequest.MaxLength - 26);
        AssertNames(request, 10_001, added);
    }

    [TestMethod]
    public void A_community_that_leaves_no_room_harms_nothing()
    {
        SnmpRequest request = new SnmpRequest(2);
        for (int length = 440; length < 600; length++)
        {
            request.Begin(new byte[length], false);
            Assert.AreEqual(length <= SnmpRequest.MaxLength - 31 - 14, request.Add(MibObject.UpTime));
            request.Write(1);
            Assert.IsTrue(request.Start >= 0);
        }
    }

    [TestMethod]
    public void No_more_objects_than_it_was_made_for_are_asked_for()
    {
        SnmpRequest request = new SnmpRequest(2);
        request.Begin(SnmpReply.Public, false);
        Assert.IsTrue(request.Add(MibObject.UpTime));
        Assert.IsFalse(request.Add(MibObject.Port, 1));
        Assert.AreEqual(1, request.Count);
        Assert.IsTrue(request.Add(MibObject.PortName, 1));
        Assert.IsFalse(request.Add(MibObject.UpTime));
        Assert.AreEqual(2, request.Count);
    }

    [TestMethod]
    public void A_name_whose_length_takes_two_bytes_is_not_asked_for()
    {
        SnmpRequest request = new SnmpRequest(2);
        string dotted = "1.3";
        for (int i = 1; i < 123; i++)
        {
            dotted += ".1";
        }

        ObjectIdentifier longest = new ObjectIdentifier(dotted);
        Assert.IsTrue(request.Add(longest));
        Assert.IsFalse(request.Add(longest, 0));
        Assert.IsFalse(request.Add(new ObjectIdentifier(dotted + ".1")));
    }

    [TestMethod]
    public void Whatever_was_asked_before_the_message_holds_the_objects_that_stand()
    {
        Random random = new Random(1905);
        SnmpRequest request = new SnmpRequest(20);
        uint[] rows = new uint[20];
        for (int round = 0; round < 1000; round++)
        {
            request.Begin(new byte[random.Next(30)], random.Next(2) == 0);
            int count = 0;
            for (int i = random.Next(40); i >= 0; i--)
            {
                if (random.Next(5) == 0)
                {
                    int kept = random.Next(25);
                    request.Truncate(kept);
                    count = kept < count ? kept : count;
                }
                else
                {
                    uint row = (uint)random.Next(int.MaxValue) >> random.Next(31);
                    int before = request.Count;
                    if (request.Add(MibObject.PortName, row))
                    {
                        rows[count++] = row;
                    }
                    else
                    {
                        Assert.AreEqual(before, request.Count);
                    }
                }
            }

            Assert.AreEqual(count, request.Count);
            request.Write(random.Next(int.MaxValue));
            AssertRows(request, rows, count);
        }
    }

    private static void AssertNames(SnmpRequest request, uint first, int count)
    {
        uint[] rows = new uint[count];
        for (int i = 0; i < count; i++)
        {
            rows[i] = first + (uint)i;
        }

        AssertRows(request, rows, count);
    }

    private static void AssertRows(SnmpRequest request, uint[] rows, int count)
    {
        byte[] message = Message(request);
        BerReader reader = new BerReader();
        reader.Open(message, message.Length);
        Assert.IsTrue(reader.Enter(BerTag.Sequence) && reader.Next(BerTag.Integer) && reader.Next(BerTag.OctetString));
        Assert.IsTrue(reader.Enter(request.IsNext ? BerTag.GetNextRequest : BerTag.GetRequest));
        Assert.IsTrue(reader.Next(BerTag.Integer) && reader.Next(BerTag.Integer) && reader.Next(BerTag.Integer));
        Assert.IsTrue(reader.Enter(BerTag.Sequence));
        int list = reader.End;
        Assert.AreEqual(message.Length, list);
        for (int i = 0; i < count; i++)
        {
            Assert.IsTrue(reader.Enter(BerTag.Sequence) && reader.Next(BerTag.ObjectIdentifier));
            byte[] name = new byte[reader.Length];
            Array.Copy(message, reader.Start, name, 0, name.Length);
            CollectionAssert.AreEqual(new ObjectIdentifier("1.3.6.1.2.1.31.1.1.1.1." + rows[i].ToString()).Encoded, name);
            Assert.IsTrue(reader.Next(BerTag.Null) && reader.Length == 0 && reader.IsAtEnd);
            reader.Leave(list);
        }

        Assert.IsTrue(reader.IsAtEnd);
    }

    private static byte[] Message(SnmpRequest request)
    {
        byte[] message = new byte[request.Length];
        Array.Copy(request.Bytes, request.Start, message, 0, message.Length);
        return message;
    }
}
