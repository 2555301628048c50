using System;
using Appliance.Core.Dns;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Dns;

[TestClass]
public class DnsQueryTests
{
    private const string Header = "BE EF 01 00 00 01 00 00 00 00 00 00 ";

    [DataRow("ix.example", DnsType.A, "02 69 78 07 65 78 61 6D 70 6C 65 00 00 01 00 01")]
    [DataRow("ix.example.", DnsType.Aaaa, "02 69 78 07 65 78 61 6D 70 6C 65 00 00 1C 00 01")]
    [DataRow("a", DnsType.A, "01 61 00 00 01 00 01")]
    [DataRow(".", DnsType.Soa, "00 00 06 00 01")]
    public void A_query_is_written(string name, int type, string question)
    {
        DnsQuery query = new DnsQuery(name, type);
        query.Write(0xBEEF);
        CollectionAssert.AreEqual(Hex.Bytes(Header + question), query.Bytes);
        Assert.AreEqual(0xBEEF, query.Id);
    }

    [TestMethod]
    public void The_next_try_has_another_id()
    {
        DnsQuery query = new DnsQuery("ix.example", DnsType.A);
        query.Write(0x1_0007);
        Assert.AreEqual(7, query.Id);
        Assert.AreEqual((byte)0, query.Bytes[0]);
        Assert.AreEqual((byte)7, query.Bytes[1]);
    }

    [DataRow("")]
    [DataRow("..")]
    [DataRow(".example")]
    [DataRow("ix..example")]
    [DataRow("ix.example..")]
    public void An_empty_label_is_refused(string name)
    {
        Assert.ThrowsException(typeof(ArgumentException), () => new DnsQuery(name, DnsType.A));
    }

    [TestMethod]
    public void A_label_has_at_most_63_bytes_and_a_name_255()
    {
        string label = new string('x', 63);
        string longest = label + "." + label + "." + label + "." + new string('y', 61);
        Assert.AreEqual(12 + 255 + 4, new DnsQuery(longest, DnsType.A).Bytes.Length);
        Assert.ThrowsException(typeof(ArgumentException), () => new DnsQuery(longest + "y", DnsType.A));
        Assert.ThrowsException(typeof(ArgumentException), () => new DnsQuery(label + "x.example", DnsType.A));
    }
}
