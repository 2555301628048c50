using System;
using Appliance.Core.Metrics;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class UpsReadingTests
{
    private const int Objects = 8;
    private const string Absent = "81 00";

    [DataRow(0, "1.3.6.1.2.1.33.1.4.1.0")]
    [DataRow(1, "1.3.6.1.2.1.33.1.2.3.0")]
    [DataRow(2, "1.3.6.1.2.1.33.1.2.4.0")]
    [DataRow(3, "1.3.6.1.2.1.33.1.3.3.1.3.1")]
    [DataRow(4, "1.3.6.1.4.1.318.1.1.1.4.1.1.0")]
    [DataRow(5, "1.3.6.1.4.1.318.1.1.1.2.2.3.0")]
    [DataRow(6, "1.3.6.1.4.1.318.1.1.1.2.2.1.0")]
    [DataRow(7, "1.3.6.1.4.1.318.1.1.1.3.2.1.0")]
    public void The_objects_stand_where_rfc_1628_and_apc_put_them(int index, string expected)
    {
        SnmpRequest request = Request();
        byte[] name = new byte[request.NameLength(index)];
        Array.Copy(request.Bytes, request.NameStart(index), name, 0, name.Length);
        CollectionAssert.AreEqual(new ObjectIdentifier(expected).Encoded, name);
    }

    [TestMethod]
    public void It_is_pending_until_it_is_asked_and_timed_out_without_an_answer()
    {
        UpsReading ups = new UpsReading();
        Assert.AreEqual((int)Quality.Pending, (int)ups.QualityOf(UpsQuantity.MinutesLeft));
        ups.Miss(Quality.Timeout, 7);
        Assert.AreEqual((int)Quality.Timeout, (int)ups.QualityOf(UpsQuantity.MinutesLeft));
        Assert.AreEqual(0L, ups.Value(UpsQuantity.MinutesLeft));
    }

    [TestMethod]
    public void It_is_asked_for_whole_or_not_at_all()
    {
        SnmpRequest request = new SnmpRequest(Objects);
        request.Begin(SnmpReply.Public, false);
        request.Add(MibObject.UpTime);
        Assert.IsFalse(new UpsReading().Ask(request));
        Assert.AreEqual(1, request.Count);
        request.Truncate(0);
        Assert.IsTrue(new UpsReading().Ask(request));
        Assert.AreEqual(Objects, request.Count);
    }

    [TestMethod]
    public void A_standard_ups_on_mains_is_read()
    {
        string[] values = { "02 01 03", "02 01 2A", "02 01 64", "02 02 00 E6" };
        AssertOk(0, true, 0, values);
        AssertOk(42, true, 1, values);
        AssertOk(100, true, 2, values);
        AssertOk(2300, true, 3, values);
    }

    [TestMethod]
    public void A_ups_of_apc_is_read()
    {
        // 42 min and 59.99 s left
        string[] values = { "02 01 02", "43 03 03 EF CF", "42 01 64", "42 02 00 E6" };
        AssertOk(0, false, 0, values);
        AssertOk(42, false, 1, values);
        AssertOk(100, false, 2, values);
        AssertOk(2300, false, 3, values);
    }

    [DataRow(true, 1, 0)]
    [DataRow(true, 2, 0)]
    [DataRow(true, 4, 0)]
    [DataRow(true, 5, 1)]
    [DataRow(true, 6, 0)]
    [DataRow(true, 7, 0)]
    [DataRow(false, 2, 0)]
    [DataRow(false, 3, 1)]
    [DataRow(false, 4, 0)]
    [DataRow(false, 12, 0)]
    public void Only_the_battery_is_the_battery(bool isStandard, int state, int expected)
    {
        AssertOk(expected, isStandard, 0, new[] { "02 01 " + state.ToString("X2") });
    }

    [DataRow("02 01 FF", Quality.NotPresent)]
    [DataRow("80 00", Quality.NotPresent)]
    [DataRow("81 00", Quality.NotPresent)]
    [DataRow("05 00", Quality.OutOfRange)]
    [DataRow("04 02 34 32", Quality.OutOfRange)]
    [DataRow("46 05 01 00 00 00 00", Quality.OutOfRange)]
    [DataRow("46 09 00 FF FF FF FF FF FF FF FF", Quality.OutOfRange)]
    [DataRow("02 00", Quality.Timeout)]
    public void What_a_ups_does_not_measure_is_no_reading(string value, Quality expected)
    {
        for (int mib = 0; mib < 2; mib++)
        {
            string[] values = { value, value, value, value };
            for (int i = 0; i < values.Length; i++)
            {
                UpsReading ups = Taken(mib == 0, values);
                Assert.AreEqual((int)expected, (int)ups.QualityOf((UpsQuantity)i));
                Assert.AreEqual(0L, ups.Value((UpsQuantity)i));
            }
        }
    }

    [DataRow("02 01 2A", "43 02 17 70", Quality.Ok, 42)]
    [DataRow(Absent, "43 02 17 70", Quality.Ok, 1)]
    [DataRow("02 01 FF", "43 02 17 70", Quality.Ok, 1)]
    [DataRow("05 00", "43 02 17 70", Quality.Ok, 1)]
    [DataRow("02 01 2A", Absent, Quality.Ok, 42)]
    [DataRow("05 00", Absent, Quality.OutOfRange, 0)]
    [DataRow(Absent, "05 00", Quality.OutOfRange, 0)]
    [DataRow("02 00", Absent, Quality.Timeout, 0)]
    public void The_standard_counts_unless_it_has_nothing(string standard, string powerNet, Quality expected, int value)
    {
        UpsReading ups = Taken(Absent, standard, Absent, Absent, Absent, powerNet, Absent, Absent);
        Assert.AreEqual((int)expected, (int)ups.QualityOf(UpsQuantity.MinutesLeft));
        Assert.AreEqual((long)value, ups.Value(UpsQuantity.MinutesLeft));
        Assert.AreEqual((int)Quality.NotPresent, (int)ups.QualityOf(UpsQuantity.OnBattery));
    }

    [TestMethod]
    public void It_need_not_stand_first_in_the_request()
    {
        SnmpRequest request = new SnmpRequest(1 + Objects);
        request.Begin(SnmpReply.Public, false);
        UpsReading ups = new UpsReading();
        Assert.IsTrue(request.Add(MibObject.UpTime) && ups.Ask(request));
        byte[] reply = SnmpReply.To(request, 0, 0, "43 01 01", "02 01 05", "02 01 2A");
        ups.Take(SnmpReply.Answered(request, reply), 1, 0, 5);
        Assert.AreEqual(1L, ups.Value(UpsQuantity.OnBattery));
        Assert.AreEqual(42L, ups.Value(UpsQuantity.MinutesLeft));
        Assert.AreEqual((int)Quality.Timeout, (int)ups.QualityOf(UpsQuantity.ChargePercent));
    }

    private static SnmpRequest Request()
    {
        SnmpRequest request = new SnmpRequest(Objects);
        request.Begin(SnmpReply.Public, false);
        Assert.IsTrue(new UpsReading().Ask(request));
        return request;
    }

    private static UpsReading Taken(params string[] values)
    {
        SnmpRequest request = Request();
        UpsReading ups = new UpsReading();
        ups.Take(SnmpReply.Answered(request, SnmpReply.To(request, 0, 0, values)), 0, 0, 5);
        return ups;
    }

    private static UpsReading Taken(bool isStandard, string[] values)
    {
        string[] all = new string[Objects];
        for (int i = 0; i < all.Length; i++)
        {
            bool isAsked = i < Objects / 2 == isStandard && i % 4 < values.Length;
            all[i] = isAsked ? values[i % 4] : Absent;
        }

        return Taken(all);
    }

    private static void AssertOk(long expected, bool isStandard, int index, string[] values)
    {
        UpsReading ups = Taken(isStandard, values);
        Assert.AreEqual((int)Quality.Ok, (int)ups.QualityOf((UpsQuantity)index));
        Assert.AreEqual(expected, ups.Value((UpsQuantity)index));
    }
}
