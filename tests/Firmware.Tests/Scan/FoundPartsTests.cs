using System.Collections;
using Appliance.Core.Json;
using Appliance.Core.Scan;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Scan;

[TestClass]
public class FoundPartsTests
{
    [TestMethod]
    public void Each_bus_names_its_parts_in_its_own_way()
    {
        FoundParts found = new FoundParts();
        found.Add(FoundPart.OneWire(new byte[] { 0x28, 0x13, 0x9B, 0xBB, 0x0B, 0, 0, 0x1F }));
        found.Add(FoundPart.OneWire(new byte[] { 0x01, 1, 2, 3, 4, 5, 6, 7 }));
        found.Add(FoundPart.I2c(1, 0x45, "sht4x"));
        found.Add(FoundPart.I2c(2, 0x40, null));
        found.Add(FoundPart.Modbus("com2", 3));
        Assert.AreEqual(
            "[{\"bus\":\"1-wire\",\"rom\":\"28139BBB0B00001F\",\"part\":\"ds18b20\"},"
            + "{\"bus\":\"1-wire\",\"rom\":\"0101020304050607\"},"
            + "{\"bus\":\"i2c1\",\"address\":\"0x45\",\"part\":\"sht4x\"},"
            + "{\"bus\":\"i2c2\",\"address\":\"0x40\"},"
            + "{\"bus\":\"com2\",\"slave\":3}]",
            Text(found));
        Assert.IsTrue(found.IsComplete);
    }

    [DataRow(0x10, "ds18s20")]
    [DataRow(0x22, "ds1822")]
    [DataRow(0x28, "ds18b20")]
    [DataRow(0x3B, "max31850")]
    [DataRow(0x42, "ds28ea00")]
    public void Other_thermometers_of_1_wire_have_their_names(int family, string name)
    {
        Assert.AreEqual(name, FoundPart.OneWire(new byte[] { (byte)family, 0, 0, 0, 0, 0, 0, 0 }).Part);
    }

    [TestMethod]
    public void More_than_it_holds_is_not_complete()
    {
        FoundParts found = new FoundParts();
        for (int i = 0; i < FoundParts.Capacity; i++)
        {
            found.Add(FoundPart.Modbus("com2", i));
        }

        Assert.IsTrue(found.IsComplete);
        found.Add(FoundPart.Modbus("com2", 99));
        Assert.IsFalse(found.IsComplete);
        Assert.AreEqual(FoundParts.Capacity, found.Count);
    }

    [TestMethod]
    public void Its_signature_is_another_for_other_parts()
    {
        Hashtable seen = new Hashtable();
        FoundParts found = new FoundParts();
        seen.Add(found.Signature(), 0);
        for (int i = 0; i < FoundParts.Capacity; i++)
        {
            found.Add(FoundPart.I2c(1 + (i & 1), 0x40 + i, null));
            Assert.IsFalse(seen.Contains(found.Signature()));
            seen.Add(found.Signature(), i);
        }

        FoundParts same = new FoundParts();
        for (int i = 0; i < FoundParts.Capacity; i++)
        {
            same.Add(FoundPart.I2c(1 + (i & 1), 0x40 + i, null));
        }

        Assert.AreEqual(found.Signature(), same.Signature());
    }

    private static string Text(FoundParts found)
    {
        JsonWriter json = new JsonWriter(new byte[1024]);
        found.Write(json);
        return JsonText.Of(json);
    }
}
