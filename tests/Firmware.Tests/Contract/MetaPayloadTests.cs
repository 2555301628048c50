using System.Collections;
using System.Text;
using Appliance.Core.Contract;
using Appliance.Core.Json;
using Appliance.Core.Metrics;
using Appliance.Core.Probing;
using Appliance.Core.Scan;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contract;

[TestClass]
public class MetaPayloadTests
{
    [TestMethod]
    public void A_device_without_anything_is_approved_byte_for_byte()
    {
        JsonWriter json = new JsonWriter(new byte[256]);
        new MetaPayload(new MetricBook(), new Target[0]).Write(json, 1, new Stamp(0, 2000));
        Approve(
            "{\"up_s\":2,\"session\":1,\"firmware\":\"\",\"board\":\"\",\"image\":\"\",\"config\":\"\","
            + "\"metrics\":[],\"targets\":[]}",
            json);
    }

    [TestMethod]
    public void A_full_device_is_approved_byte_for_byte()
    {
        JsonWriter json = new JsonWriter(new byte[2048]);
        Full().Write(json, 17, new Stamp(1795246961, 2000));
        Approve(
            "{\"ts\":1795246961,\"session\":17,\"firmware\":\"1.0.0\",\"board\":\"esp32-poe-iso\","
            + "\"image\":\"ESP32_OLIMEX 1.17.0\",\"config\":\"0a1b2c3d\",\"metrics\":["
            + "{\"name\":\"inlet_c\",\"group\":\"climate\",\"unit\":\"\u00B0C\",\"decimals\":1,\"period_s\":10,"
            + "\"limits\":{\"low_critical\":-5.0,\"low_warning\":15.0,\"high_warning\":27.0,\"high_critical\":35.0,"
            + "\"change_15min\":5.0,\"hysteresis\":1.0,\"trip_s\":60,\"clear_s\":30,\"latch\":1,\"inhibit\":\"grid_present\"},\"lost_s\":90},"
            + "{\"name\":\"ups_v\",\"group\":\"power\",\"unit\":\"V\",\"decimals\":2,\"period_s\":1,\"quality\":\"checksum\","
            + "\"limits\":{\"low_critical\":44.00}},"
            + "{\"name\":\"door_open\",\"group\":\"security\",\"unit\":\"\",\"decimals\":0,\"period_s\":0,\"quality\":\"pending\"}"
            + "],\"targets\":["
            + "{\"name\":\"sw1\",\"kind\":\"icmp\",\"host\":\"192.0.2.2\",\"period_s\":10},"
            + "{\"name\":\"sw2\",\"kind\":\"snmp\",\"host\":\"192.0.2.4\",\"port\":161,\"period_s\":10},"
            + "{\"name\":\"portal\",\"kind\":\"tcp\",\"host\":\"192.0.2.3\",\"port\":443,\"period_s\":60,"
            + "\"parents\":[\"sw1\",\"sw2\"]}"
            + "]}",
            json);
    }

    [TestMethod]
    public void A_buffer_that_is_too_short_tells_the_size_that_is_needed()
    {
        JsonWriter shortOne = new JsonWriter(new byte[100]);
        Full().Write(shortOne, 17, new Stamp(1795246961, 2000));
        Assert.IsTrue(shortOne.Overflowed);
        JsonWriter right = new JsonWriter(new byte[shortOne.Length]);
        Full().Write(right, 17, new Stamp(1795246961, 2000));
        Assert.IsFalse(right.Overflowed);
    }

    [TestMethod]
    public void Its_signature_follows_the_qualities_and_not_the_values()
    {
        MetricBook book = new MetricBook();
        Metric[] metrics = new Metric[3];
        for (int i = 0; i < metrics.Length; i++)
        {
            metrics[i] = book.Add(new Metric(Group.Climate, "m" + i.ToString(), "c", "", 1));
        }

        MetaPayload meta = new MetaPayload(book, new Target[0]);
        Hashtable seen = new Hashtable();
        for (int code = 0; code < QualityName.Count * QualityName.Count * QualityName.Count; code++)
        {
            metrics[0].Fail((Quality)(code % QualityName.Count), code);
            metrics[1].Fail((Quality)(code / QualityName.Count % QualityName.Count), code);
            metrics[2].Fail((Quality)(code / QualityName.Count / QualityName.Count), code);
            Assert.IsFalse(seen.Contains(meta.Signature()));
            seen.Add(meta.Signature(), code);
        }

        metrics[0].Set(1, 0);
        long signature = meta.Signature();
        metrics[0].Set(2, 1);
        Assert.AreEqual(signature, meta.Signature());
    }

    [TestMethod]
    public void What_was_found_stands_in_it_once_a_scan_has_ended()
    {
        MetaPayload meta = new MetaPayload(new MetricBook(), new Target[0]);
        long unknown = meta.Signature();
        meta.Found = new FoundParts();
        long nothing = meta.Signature();
        Approve(
            "{\"up_s\":2,\"session\":1,\"firmware\":\"\",\"board\":\"\",\"image\":\"\",\"config\":\"\",\"metrics\":[],\"targets\":[],\"found\":[]}",
            Written(meta));
        meta.Found = new FoundParts();
        meta.Found.Add(FoundPart.Modbus("com2", 3));
        Assert.AreNotEqual(unknown, nothing);
        Assert.AreNotEqual(nothing, meta.Signature());
        Assert.IsTrue(JsonText.Of(Written(meta)).EndsWith(",\"found\":[{\"bus\":\"com2\",\"slave\":3}]}"));
    }

    private static JsonWriter Written(MetaPayload meta)
    {
        JsonWriter json = new JsonWriter(new byte[1024]);
        meta.Write(json, 1, new Stamp(0, 2000));
        return json;
    }

    private static MetaPayload Full()
    {
        MetricBook metrics = new MetricBook();
        Metric inlet = metrics.Add(new Metric(Group.Climate, "inlet", "c", "\u00B0C", 1));
        inlet.PeriodSeconds = 10;
        inlet.Set(215, 1000);
        inlet.Limits = new Limits { LowCritical = -50, LowWarning = 150, HighWarning = 270, HighCritical = 350 };
        inlet.Limits.Change = 50;
        inlet.Limits.Hysteresis = 10;
        inlet.Limits.TripSeconds = 60;
        inlet.Limits.ClearSeconds = 30;
        inlet.Limits.IsLatched = true;
        inlet.Limits.Inhibitor = "grid_present";
        inlet.LostSeconds = 90;
        Metric volts = metrics.Add(new Metric(Group.Power, "ups", "v", "V", 2));
        volts.PeriodSeconds = 1;
        volts.Fail(Quality.Checksum, 1000);
        volts.Limits = new Limits { LowCritical = 4400 };
        metrics.Add(new Metric(Group.Security, "door", "open", "", 0)).Limits = new Limits();
        Target[] targets =
        {
            new Target("sw1", TargetKind.Icmp, "192.0.2.2", 0, 10, 1000, StateLimits.Default()),
            new Target("sw2", TargetKind.Snmp, "192.0.2.4", 161, 10, 1000, StateLimits.Default()),
            new Target("portal", TargetKind.Tcp, "192.0.2.3", 443, 60, 3000, StateLimits.Default()),
        };
        targets[2].DependOn(new[] { targets[0], targets[1] });
        return new MetaPayload(metrics, targets)
        {
            Firmware = "1.0.0",
            Board = "esp32-poe-iso",
            Image = "ESP32_OLIMEX 1.17.0",
            Config = "0a1b2c3d",
        };
    }

    private static void Approve(string expected, JsonWriter json)
    {
        Assert.AreEqual(expected, JsonText.Of(json));
        CollectionAssert.AreEqual(Encoding.UTF8.GetBytes(expected), json.ToArray());
    }
}
