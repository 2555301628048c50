using System;
using Appliance.Core.Dns;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Dns;

[TestClass]
public class DnsResponseTests
{
    private const string Question = "02 69 78 07 65 78 61 6D 70 6C 65 00 00 01 00 01";
    private const string OneAnswer = "BE EF 81 80 00 01 00 01 00 00 00 00 ";
    private const string Address = " C0 0C 00 01 00 01 00 00 0E 10 00 04 C0 00 02 01";
    private const string Alias = " C0 0C 00 05 00 01 00 00 0E 10 00 06 03 77 77 77 C0 0C";

    [DataRow(OneAnswer + Question + Address)]
    [DataRow("BE EF 85 00 00 01 00 02 00 00 00 00 " + Question + Alias + " 03 77 77 77 C0 0C 00 01 00 01 00 00 0E 10 00 04 C0 00 02 01")]
    [DataRow(OneAnswer + "02 49 58 07 45 78 41 4D 50 4C 45 00 00 01 00 01" + Address)]
    public void An_address_is_an_answer(string datagram)
    {
        Outcome(DnsOutcome.Answered, datagram);
    }

    [DataRow("BE EF 81 80 00 01 00 00 00 00 00 00 " + Question)]
    [DataRow(OneAnswer + Question + Alias)]
    public void A_name_without_an_address_has_no_record(string datagram)
    {
        Outcome(DnsOutcome.NoRecord, datagram);
    }

    [DataRow("BE EF 81 83 00 01 00 00 00 01 00 00 " + Question, DnsOutcome.NoSuchName)]
    [DataRow("BE EF 81 82 00 01 00 00 00 00 00 00 " + Question, DnsOutcome.Failed)]
    [DataRow("BE EF 81 85 00 01 00 00 00 00 00 00 " + Question, DnsOutcome.Refused)]
    [DataRow("BE EF 81 85 00 00 00 00 00 00 00 00", DnsOutcome.Refused)]
    [DataRow("BE EF 81 81 00 00 00 00 00 00 00 00", DnsOutcome.Failed)]
    [DataRow("BE EF 83 80 00 01 00 01 00 00 00 00 " + Question, DnsOutcome.Truncated)]
    public void A_server_that_gives_no_answer_says_why(string datagram, DnsOutcome expected)
    {
        Outcome(expected, datagram);
    }

    [DataRow("BE EE 81 80 00 01 00 01 00 00 00 00 " + Question + Address)]
    [DataRow("BE EF 01 80 00 01 00 01 00 00 00 00 " + Question + Address)]
    [DataRow("BE EF 91 80 00 01 00 01 00 00 00 00 " + Question + Address)]
    [DataRow("BE EF 81 80 00 00 00 01 00 00 00 00" + Address)]
    [DataRow("BE EF 81 80 00 02 00 01 00 00 00 00 " + Question + Address)]
    [DataRow(OneAnswer + "02 69 79 07 65 78 61 6D 70 6C 65 00 00 01 00 01" + Address)]
    [DataRow(OneAnswer + "02 69 78 07 65 78 61 6D 70 6C 65 00 00 1C 00 01" + Address)]
    [DataRow("BE EF 81 80")]
    public void The_answer_to_another_query_is_foreign(string datagram)
    {
        Outcome(DnsOutcome.Foreign, datagram);
    }

    [DataRow(" C0 40 00 01 00 01 00 00 0E 10 00 04 C0 00 02 01")]
    [DataRow(" C0 1C 00 01 00 01 00 00 0E 10 00 04 C0 00 02 01")]
    [DataRow(" 80 0C 00 01 00 01 00 00 0E 10 00 04 C0 00 02 01")]
    [DataRow(" 3F 0C 00 01 00 01 00 00 0E 10 00 04 C0 00 02 01")]
    [DataRow(" C0 0C 00 01 00 01 00 00 0E 10 00 05 C0 00 02 01")]
    [DataRow(" C0 0C 00 01 00 01 00 00 0E 10 FF FF C0 00 02 01")]
    [DataRow(" C0")]
    public void A_damaged_record_is_told(string record)
    {
        Outcome(DnsOutcome.Malformed, OneAnswer + Question + record);
    }

    [DataRow(0x40)]
    [DataRow(0x80)]
    [DataRow(0xBF)]
    public void A_label_of_a_kind_that_does_not_exist_is_damage_though_its_bytes_are_there(int label)
    {
        byte[] front = Hex.Bytes(OneAnswer + Question);
        byte[] record = Hex.Bytes("00 00 01 00 01 00 00 0E 10 00 04 C0 00 02 01");
        byte[] bytes = new byte[front.Length + 1 + label + record.Length];
        front.CopyTo(bytes, 0);
        bytes[front.Length] = (byte)label;
        record.CopyTo(bytes, front.Length + 1 + label);
        Assert.AreEqual((int)DnsOutcome.Malformed, (int)DnsResponse.Read(Query(), bytes, bytes.Length));
    }

    [TestMethod]
    public void A_cut_answer_is_none()
    {
        byte[] whole = Hex.Bytes(OneAnswer + Question + Address);
        DnsQuery query = Query();
        for (int length = 0; length < whole.Length; length++)
        {
            DnsOutcome outcome = DnsResponse.Read(query, whole, length);
            Assert.AreEqual((int)(length < 28 ? DnsOutcome.Foreign : DnsOutcome.Malformed), (int)outcome);
        }
    }

    [TestMethod]
    public void More_answers_than_there_are_bytes_are_damage()
    {
        Outcome(DnsOutcome.Malformed, "BE EF 81 80 00 01 FF FF 00 00 00 00 " + Question + Address);
    }

    [TestMethod]
    public void Mutated_and_random_bytes_do_no_harm()
    {
        Random random = new Random(1035);
        DnsQuery query = Query();
        byte[] whole = Hex.Bytes("BE EF 85 00 00 01 00 03 00 00 00 00 " + Question + Alias + Address + Address);
        int[] seen = new int[8];
        for (int round = 0; round < 10_000; round++)
        {
            byte[] bytes = Mutant.Of(whole, random);
            seen[(int)DnsResponse.Read(query, bytes, bytes.Length)]++;
            random.NextBytes(bytes);
            if (bytes.Length > 30)
            {
                Array.Copy(whole, 0, bytes, 0, 28);
            }

            DnsResponse.Read(query, bytes, random.Next(bytes.Length + 1));
        }

        Assert.IsTrue(seen[(int)DnsOutcome.Answered] > 100);
        Assert.IsTrue(seen[(int)DnsOutcome.Foreign] > 100);
        Assert.IsTrue(seen[(int)DnsOutcome.Malformed] > 100);
    }

    private static DnsQuery Query()
    {
        DnsQuery query = new DnsQuery("ix.example", DnsType.A);
        query.Write(0xBEEF);
        return query;
    }

    private static void Outcome(DnsOutcome expected, string datagram)
    {
        byte[] bytes = Hex.Bytes(datagram);
        Assert.AreEqual((int)expected, (int)DnsResponse.Read(Query(), bytes, bytes.Length));
    }
}
