using Appliance.Core.Metrics;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

[TestClass]
public class UpsMibTests
{
    [TestMethod]
    public void Both_lists_have_one_object_a_quantity_in_order()
    {
        for (int mib = 0; mib < 2; mib++)
        {
            UpsObject[] objects = Objects(mib == 0);
            Assert.AreEqual((int)UpsQuantity.InputTenthsVolt + 1, objects.Length);
            for (int i = 0; i < objects.Length; i++)
            {
                Assert.AreEqual(i, (int)objects[i].Quantity);
            }
        }
    }

    [TestMethod]
    public void The_standard_objects_stand_where_rfc_1628_puts_them()
    {
        UpsObject[] objects = UpsMib.Standard();
        CollectionAssert.AreEqual(Hex.Bytes("2B 06 01 02 01 21 01 04 01 00"), objects[0].Identifier.Encoded);
        Assert.AreEqual("1.3.6.1.2.1.33.1.2.3.0", objects[1].Identifier.Text);
        Assert.AreEqual("1.3.6.1.2.1.33.1.2.4.0", objects[2].Identifier.Text);
        Assert.AreEqual("1.3.6.1.2.1.33.1.3.3.1.3.1", objects[3].Identifier.Text);
    }

    [TestMethod]
    public void The_objects_of_power_net_stand_where_apc_puts_them()
    {
        UpsObject[] objects = UpsMib.PowerNet();
        Assert.AreEqual("1.3.6.1.4.1.318.1.1.1.4.1.1.0", objects[0].Identifier.Text);
        Assert.AreEqual("1.3.6.1.4.1.318.1.1.1.2.2.3.0", objects[1].Identifier.Text);
        CollectionAssert.AreEqual(Hex.Bytes("2B 06 01 04 01 82 3E 01 01 01 02 02 01 00"), objects[2].Identifier.Encoded);
        Assert.AreEqual("1.3.6.1.4.1.318.1.1.1.3.2.1.0", objects[3].Identifier.Text);
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
                Assert.AreEqual((int)expected, (int)Decode(mib == 0, i, values, out long number));
                Assert.AreEqual(0L, number);
            }
        }
    }

    private static UpsObject[] Objects(bool isStandard) => isStandard ? UpsMib.Standard() : UpsMib.PowerNet();

    private static Quality Decode(bool isStandard, int index, string[] values, out long value)
    {
        UpsObject[] objects = Objects(isStandard);
        SnmpGet request = new SnmpGet("public", UpsMib.Identifiers(objects));
        SnmpResponse response = new SnmpResponse(objects.Length);
        byte[] reply = SnmpReply.To(request, 0, 0, values);
        response.Open(reply, reply.Length);
        Assert.AreEqual((int)SnmpOutcome.Answered, (int)response.Match(request));
        return objects[index].Decode(response, index, out value);
    }

    private static void AssertOk(long expected, bool isStandard, int index, string[] values)
    {
        Assert.AreEqual((int)Quality.Ok, (int)Decode(isStandard, index, values, out long value));
        Assert.AreEqual(expected, value);
    }
}
