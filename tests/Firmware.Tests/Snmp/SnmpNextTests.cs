using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

/// <summary>Responses to GetNext.</summary>
[TestClass]
public class SnmpNextTests
{
    private const string Column = "1.3.6.1.2.1.31.1.1.1.1";
    private const string Text = "04 04 65 74 68 31";

    [DataRow(Column + ".8", 8u)]
    [DataRow(Column + ".10101", 10101u)]
    [DataRow(Column + ".4294967295", 4294967295u)]
    public void The_row_that_follows_is_told(string name, uint expected)
    {
        SnmpRequest request = After(7);
        SnmpResponse response = SnmpReply.Answered(request, SnmpReply.Next(request, name, Text));
        Assert.AreEqual(BerTag.OctetString, response.Type(0));
        Assert.AreEqual(expected, response.Row(0));
        Assert.IsTrue(response.Holds(0, Hex.Bytes("65 74 68 31")));
        Assert.IsFalse(response.Holds(0, Hex.Bytes("65 74 68")));
        Assert.IsFalse(response.Holds(0, Hex.Bytes("65 74 68 32")));
    }

    [DataRow("1.3.6.1.2.1.31.1.1.1.2.1")]
    [DataRow("1.3.6.1.2.1.31.1.1.1.2")]
    [DataRow("1.3.6.1.2.1.31.1.1.1")]
    [DataRow(Column)]
    [DataRow(Column + ".7")]
    [DataRow(Column + ".6")]
    [DataRow(Column + ".0")]
    [DataRow(Column + ".8.1")]
    [DataRow(Column + ".8.0")]
    [DataRow("0.0")]
    public void What_is_no_later_row_of_the_column_is_its_end(string name)
    {
        SnmpRequest request = After(7);
        SnmpResponse response = SnmpReply.Answered(request, SnmpReply.Next(request, name, Text));
        Assert.AreEqual(BerTag.EndOfMibView, response.Type(0));
        Assert.AreEqual(0u, response.Row(0));
        Assert.AreEqual(0, response.Length(0));
        Assert.IsFalse(response.Holds(0, Hex.Bytes("65 74 68 31")));
    }

    [TestMethod]
    public void The_end_of_the_tree_is_the_end_of_the_column()
    {
        SnmpRequest request = After(7);
        SnmpResponse response = SnmpReply.Answered(request, SnmpReply.To(request, 0, 0, "82 00"));
        Assert.AreEqual(BerTag.EndOfMibView, response.Type(0));
        Assert.AreEqual(0u, response.Row(0));
    }

    [TestMethod]
    public void A_value_that_cannot_be_read_does_not_hide_its_row()
    {
        SnmpRequest request = After(7);
        SnmpResponse response = SnmpReply.Answered(request, SnmpReply.Next(request, Column + ".8", "45 01 00"));
        Assert.AreEqual(BerTag.None, response.Type(0));
        Assert.AreEqual(8u, response.Row(0));
    }

    [TestMethod]
    public void What_follows_a_column_itself_is_any_row_of_it()
    {
        SnmpRequest request = new SnmpRequest(1);
        request.Begin(SnmpReply.Public, true);
        request.Add(MibObject.PortName);
        request.Write(7);
        SnmpResponse response = SnmpReply.Answered(request, SnmpReply.Next(request, Column + ".0", Text));
        Assert.AreEqual(BerTag.OctetString, response.Type(0));
        Assert.AreEqual(0u, response.Row(0));
    }

    [DataRow("1.3.6.1.2.1.31.1.1.1")]
    [DataRow(Column)]
    [DataRow(Column + ".8")]
    public void A_name_that_ends_with_the_datagram_is_read_no_further(string name)
    {
        SnmpRequest request = After(7);
        SnmpResponse response = new SnmpResponse(1);
        byte[] reply = SnmpReply.Next(request, name, null);
        response.Open(reply, reply.Length);
        Assert.AreEqual((int)SnmpOutcome.Malformed, (int)response.Match(request));
        Assert.AreEqual(BerTag.None, response.Type(0));
        Assert.AreEqual(0u, response.Row(0));
    }

    [TestMethod]
    public void Nothing_of_the_row_before_is_left()
    {
        SnmpRequest request = After(7);
        SnmpResponse response = new SnmpResponse(1);
        byte[] reply = SnmpReply.Next(request, Column + ".8", Text);
        response.Open(reply, reply.Length);
        response.Match(request);
        Assert.AreEqual(8u, response.Row(0));
        response.Open(reply, 3);
        Assert.AreEqual(0u, response.Row(0));
    }

    [TestMethod]
    public void A_row_counts_just_if_it_is_later()
    {
        Random random = new Random(1905);
        SnmpResponse response = new SnmpResponse(1);
        for (int round = 0; round < 2000; round++)
        {
            uint before = (uint)random.Next(int.MaxValue) >> random.Next(31);
            uint row = random.Next(2) == 0 ? before + (uint)random.Next(5) - 2 : (uint)random.Next(int.MaxValue) << random.Next(2);
            SnmpRequest request = After(before);
            byte[] reply = SnmpReply.Next(request, Column + "." + row.ToString(), Text);
            response.Open(reply, reply.Length);
            Assert.AreEqual((int)SnmpOutcome.Answered, (int)response.Match(request));
            Assert.AreEqual(row > before ? row : 0, response.Row(0));
            Assert.AreEqual(row > before ? BerTag.OctetString : BerTag.EndOfMibView, response.Type(0));
        }
    }

    [TestMethod]
    public void Mutated_responses_do_no_harm_and_never_go_back()
    {
        Random random = new Random(163);
        SnmpRequest request = After(7);
        SnmpResponse response = new SnmpResponse(1);
        byte[] reply = SnmpReply.Next(request, Column + ".10101", Text);
        int others = 0;
        for (int round = 0; round < 10_000; round++)
        {
            byte[] bytes = Mutant.Of(reply, random);
            response.Open(bytes, bytes.Length);
            response.Match(request);
            uint row = response.Row(0);
            Assert.IsTrue(row == 0 || row > 7);
            Assert.IsTrue(response.Start(0) + response.Length(0) <= bytes.Length);
            others += row != 0 && row != 10101 ? 1 : 0;
        }

        // The mutations must reach the row, or they test nothing.
        Assert.IsTrue(others > 20);
    }

    private static SnmpRequest After(uint row)
    {
        SnmpRequest request = new SnmpRequest(1);
        request.Begin(SnmpReply.Public, true);
        request.Add(MibObject.PortName, row);
        request.Write(0x1234);
        return request;
    }
}
