using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class SnmpResponseTests
{
    private const string OneTick = "43 01 01";

    [TestMethod]
    public void The_response_of_a_switch_is_read()
    {
        SnmpRequest request = Request();
        AssertSwitch1(Hex.Bytes(SnmpReply.Switch1), request);
    }

    [TestMethod]
    public void Lengths_need_not_be_minimal()
    {
        Random random = new Random(3417);
        byte[] reply = Hex.Bytes(SnmpReply.Switch1);
        for (int round = 0; round < 50; round++)
        {
            AssertSwitch1(SnmpReply.Swollen(reply, 0, reply.Length, random), Request());
        }
    }

    [TestMethod]
    public void What_stands_behind_the_message_is_not_looked_at()
    {
        AssertSwitch1(Hex.Bytes(SnmpReply.Switch1 + " 00 FF 30"), Request());
    }

    [TestMethod]
    public void An_answer_to_an_earlier_try_is_foreign()
    {
        SnmpRequest request = Request();
        request.Write(0x1235);
        Outcome(SnmpOutcome.Foreign, request, Hex.Bytes(SnmpReply.Switch1));
    }

    [DataRow(4, 0x00)]
    [DataRow(4, 0x03)]
    [DataRow(7, 0x50)]
    [DataRow(13, 0xA0)]
    [DataRow(13, 0xA8)]
    [DataRow(15, 0x04)]
    public void Another_version_community_or_kind_of_message_is_foreign(int at, int value)
    {
        byte[] reply = Hex.Bytes(SnmpReply.Switch1);
        reply[at] = (byte)value;
        Outcome(SnmpOutcome.Foreign, Request(), reply);
    }

    [TestMethod]
    public void A_longer_community_is_foreign()
    {
        byte[] reply = Hex.Bytes(SnmpReply.Switch1);
        SnmpRequest request = new SnmpRequest(1);
        request.Begin(Hex.Bytes("70 75 62 6C 69"), false);
        request.Add(MibObject.UpTime);
        request.Write(0x1234);
        Outcome(SnmpOutcome.Foreign, request, reply);
    }

    [TestMethod]
    public void A_response_is_taken_once()
    {
        SnmpRequest request = Request();
        SnmpResponse response = Outcome(SnmpOutcome.Answered, request, Hex.Bytes(SnmpReply.Switch1));
        Assert.AreEqual((int)SnmpOutcome.Foreign, (int)response.Match(request));
    }

    [TestMethod]
    public void A_refused_request_has_a_reason_and_no_values()
    {
        SnmpRequest request = Request();
        SnmpResponse response = Outcome(SnmpOutcome.Refused, request, SnmpReply.To(request, SnmpResponse.TooBig, 0));
        Assert.AreEqual(SnmpResponse.TooBig, response.ErrorStatus);
        response = Outcome(SnmpOutcome.Refused, request, SnmpReply.To(request, 5, 2, OneTick, OneTick));
        Assert.AreEqual(5, response.ErrorStatus);
        Assert.AreEqual(2, response.ErrorIndex);
        AssertMissing(response, 0, BerTag.None);
        AssertMissing(response, 1, BerTag.None);
    }

    [DataRow("80 00", BerTag.NoSuchObject)]
    [DataRow("81 00", BerTag.NoSuchInstance)]
    [DataRow("82 00", BerTag.EndOfMibView)]
    [DataRow("05 00", BerTag.Null)]
    [DataRow("80 01 00", BerTag.None)]
    [DataRow("45 01 00", BerTag.None)]
    [DataRow("30 00", BerTag.None)]
    [DataRow("43 00", BerTag.None)]
    [DataRow("43 05 01 00 00 00 00", BerTag.None)]
    [DataRow("41 09 FF FF FF FF FF FF FF FF FF", BerTag.None)]
    [DataRow("46 09 01 00 00 00 00 00 00 00 00", BerTag.None)]
    [DataRow("02 00", BerTag.None)]
    public void An_object_without_a_value_is_missing_and_the_next_one_is_not(string value, int type)
    {
        SnmpRequest request = Request();
        SnmpResponse response = Outcome(SnmpOutcome.Answered, request, SnmpReply.To(request, 0, 0, value, OneTick));
        AssertMissing(response, 0, type);
        Assert.IsTrue(response.TryNumber(1, out long ticks));
        Assert.AreEqual(1L, ticks);
    }

    [DataRow("02 01 FF", -1L)]
    [DataRow("41 05 00 FF FF FF FF", 0xFFFFFFFFL)]
    [DataRow("42 02 27 10", 10_000L)]
    [DataRow("43 04 0A 4C B8 00", 172_800_000L)]
    [DataRow("46 08 7F FF FF FF FF FF FF FF", long.MaxValue)]
    public void A_number_of_any_type_is_read(string value, long expected)
    {
        SnmpRequest request = Request();
        SnmpResponse response = Outcome(SnmpOutcome.Answered, request, SnmpReply.To(request, 0, 0, value, OneTick));
        Assert.IsTrue(response.TryNumber(0, out long number));
        Assert.AreEqual(expected, number);
        Assert.AreEqual(!value.StartsWith("02"), response.TryUnsigned(0, out _));
    }

    [TestMethod]
    public void A_counter_of_64_bits_keeps_them_all()
    {
        SnmpRequest request = Request();
        byte[] reply = SnmpReply.To(request, 0, 0, "46 09 00 FF FF FF FF FF FF FF FE", OneTick);
        SnmpResponse response = Outcome(SnmpOutcome.Answered, request, reply);
        Assert.IsTrue(response.TryUnsigned(0, out ulong count));
        Assert.AreEqual(ulong.MaxValue - 1, count);
        Assert.IsFalse(response.TryNumber(0, out _));
    }

    [TestMethod]
    public void Fewer_objects_than_asked_for_are_missing()
    {
        SnmpRequest request = Request();
        SnmpResponse response = Outcome(SnmpOutcome.Answered, request, SnmpReply.To(request, 0, 0, OneTick));
        Assert.AreEqual(BerTag.TimeTicks, response.Type(0));
        AssertMissing(response, 1, BerTag.None);
    }

    [TestMethod]
    public void A_value_under_another_name_is_missing()
    {
        SnmpRequest request = Request();
        byte[] reply = Hex.Bytes(SnmpReply.Switch1);
        reply[36]++;
        SnmpResponse response = Outcome(SnmpOutcome.Answered, request, reply);
        AssertMissing(response, 0, BerTag.None);
        Assert.AreEqual(BerTag.OctetString, response.Type(1));
    }

    [TestMethod]
    public void Nothing_is_left_of_the_response_before()
    {
        SnmpRequest request = Request();
        SnmpResponse response = new SnmpResponse(2);
        byte[] reply = Hex.Bytes(SnmpReply.Switch1);
        Assert.IsTrue(response.Open(reply, reply.Length));
        response.Match(request);
        Assert.IsFalse(response.Open(reply, 10));
        Assert.AreEqual((int)SnmpOutcome.Foreign, (int)response.Match(request));
        AssertMissing(response, 0, BerTag.None);
        AssertMissing(response, 1, BerTag.None);
    }

    [TestMethod]
    public void More_objects_than_it_was_made_for_are_a_mistake_of_the_caller()
    {
        SnmpResponse response = new SnmpResponse(1);
        Assert.ThrowsException(typeof(ArgumentException), () => response.Match(Request()));
    }

    [TestMethod]
    public void A_cut_response_gives_no_value()
    {
        byte[] reply = Hex.Bytes(SnmpReply.Switch1);
        SnmpResponse response = new SnmpResponse(2);
        for (int length = 0; length < reply.Length; length++)
        {
            Assert.IsFalse(response.Open(reply, length));
            AssertMissing(response, 0, BerTag.None);
        }
    }

    [TestMethod]
    public void Mutated_responses_do_no_harm_and_stay_within_the_datagram()
    {
        Random random = new Random(161);
        SnmpRequest request = Request();
        SnmpResponse response = new SnmpResponse(2);
        byte[] reply = Hex.Bytes(SnmpReply.Switch1);
        int damaged = 0;
        for (int round = 0; round < 10_000; round++)
        {
            byte[] bytes = Mutant.Of(reply, random);
            response.Open(bytes, random.Next(4) == 0 ? random.Next(bytes.Length + 1) : bytes.Length);
            SnmpOutcome outcome = response.Match(request);
            damaged += outcome == SnmpOutcome.Malformed ? 1 : 0;
            for (int i = 0; i < 2; i++)
            {
                Assert.IsTrue(response.Start(i) >= 0 && response.Length(i) >= 0 && response.Start(i) + response.Length(i) <= bytes.Length);
                if (outcome != SnmpOutcome.Answered)
                {
                    AssertMissing(response, i, BerTag.None);
                }
            }
        }

        // The mutations must get past the front, or they test nothing.
        Assert.IsTrue(damaged > 100);
    }

    [TestMethod]
    public void Random_bytes_are_no_response()
    {
        Random random = new Random(162);
        SnmpResponse response = new SnmpResponse(2);
        for (int round = 0; round < 5000; round++)
        {
            byte[] bytes = new byte[random.Next(100)];
            random.NextBytes(bytes);
            Assert.IsFalse(response.Open(bytes, bytes.Length));
        }
    }

    private static SnmpRequest Request()
    {
        SnmpRequest request = SnmpReply.UpTimeAndName();
        request.Write(0x1234);
        return request;
    }

    private static SnmpResponse Outcome(SnmpOutcome expected, SnmpRequest request, byte[] reply)
    {
        SnmpResponse response = new SnmpResponse(4);
        response.Open(reply, reply.Length);
        Assert.AreEqual((int)expected, (int)response.Match(request));
        return response;
    }

    private static void AssertSwitch1(byte[] reply, SnmpRequest request)
    {
        SnmpResponse response = Outcome(SnmpOutcome.Answered, request, reply);
        Assert.AreEqual(0x1234, response.RequestId);
        Assert.AreEqual(BerTag.TimeTicks, response.Type(0));
        Assert.IsTrue(response.TryNumber(0, out long ticks));
        Assert.AreEqual(172_800_000L, ticks);
        Assert.AreEqual(BerTag.OctetString, response.Type(1));
        byte[] name = new byte[response.Length(1)];
        Array.Copy(reply, response.Start(1), name, 0, name.Length);
        CollectionAssert.AreEqual(Hex.Bytes("73 77 31"), name);
        Assert.IsFalse(response.TryNumber(1, out _));
    }

    private static void AssertMissing(SnmpResponse response, int index, int type)
    {
        Assert.AreEqual(type, response.Type(index));
        Assert.IsFalse(response.TryNumber(index, out _));
        Assert.IsFalse(response.TryUnsigned(index, out _));
        Assert.AreEqual(0, response.Length(index));
    }
}
