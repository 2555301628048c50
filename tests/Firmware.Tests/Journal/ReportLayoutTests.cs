using System;
using Appliance.Core.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Journal;

[TestClass]
public class ReportLayoutTests
{
    [TestMethod]
    public void Layout_comes_back_out_of_its_file()
    {
        ReportLayout layout = Layout();
        byte[] bytes = layout.ToBytes();
        ReportLayout read = new ReportLayout();
        Assert.IsTrue(read.Read(bytes, 0, bytes.Length));
        Assert.AreEqual(layout.Crc, read.Crc);
        Assert.AreEqual(4, read.Count);
        Assert.AreEqual(7, read.Fields);
        Assert.AreEqual("climate", read[0].Channel);
        Assert.IsNull(read[0].Item);
        Assert.AreEqual("inlet_c", read[0].Keys[0]);
        Assert.AreEqual((byte)2, read[0].Decimals[0]);
        Assert.AreEqual("switch2", read[2].Item);
        Assert.AreEqual("rtt_ms", read[2].Keys[1]);
        Assert.AreSame(read[1].Keys, read[2].Keys);
        Assert.AreEqual(0, read[3].Keys.Length);
        byte[] again = read.ToBytes();
        CollectionAssert.AreEqual(bytes, again);
    }

    [TestMethod]
    public void Another_key_is_another_layout()
    {
        ReportLayout one = new ReportLayout();
        one.Add("climate", null, new[] { "a_c" }, new byte[] { 2 });
        ReportLayout other = new ReportLayout();
        other.Add("climate", null, new[] { "a_c" }, new byte[] { 1 });
        one.ToBytes();
        other.ToBytes();
        Assert.AreNotEqual(one.Crc, other.Crc);
    }

    [TestMethod]
    public void Limits_are_kept()
    {
        ReportLayout layout = new ReportLayout();
        Assert.AreEqual(-1, layout.Add("a", null, new string[ReportLayout.MostFields + 1], new byte[ReportLayout.MostFields + 1]));
        string[] keys = new string[4];
        for (int i = 0; i < ReportLayout.MostFieldsInAll / 4; i++)
        {
            Assert.AreEqual(i, layout.Add("a", null, keys, new byte[4]));
        }

        Assert.AreEqual(-1, layout.Add("a", null, keys, new byte[4]));
        for (int i = layout.Count; i < ReportLayout.MostChannels; i++)
        {
            Assert.AreEqual(i, layout.Add("a", null, new string[0], new byte[0]));
        }

        Assert.AreEqual(-1, layout.Add("a", null, new string[0], new byte[0]));
    }

    [TestMethod]
    public void A_file_that_asks_for_more_memory_than_allowed_is_refused()
    {
        // One channel of 80 fields, and as many that have the same as fit.
        byte[] bytes = new byte[ReportLayout.MostBytes];
        int at = Head(bytes, 0, ReportLayout.MostFields);
        for (int i = 0; i < ReportLayout.MostFields; i++)
        {
            bytes[at++] = 1;
            bytes[at++] = (byte)'k';
            bytes[at++] = 0;
        }

        int channels = 1;
        for (; channels <= 20; channels++)
        {
            at = Head(bytes, at, 0xFF);
        }

        ReportLayout layout = new ReportLayout();
        Assert.IsFalse(layout.Read(bytes, 0, at));
        Assert.IsTrue(layout.Fields <= ReportLayout.MostFieldsInAll);
    }

    [TestMethod]
    public void Any_bytes_are_a_layout_or_refused()
    {
        Random random = new Random(31);
        byte[] bytes = Layout().ToBytes();
        int refused = 0;
        int taken = 0;
        for (int round = 0; round < 5000; round++)
        {
            byte[] mutant = Mutant.Of(bytes, random);
            ReportLayout layout = new ReportLayout();
            if (!layout.Read(mutant, 0, mutant.Length))
            {
                refused++;
                continue;
            }

            taken++;
            for (int i = 0; i < layout.Count; i++)
            {
                Assert.IsTrue(layout[i].Keys.Length == layout[i].Decimals.Length);
                Assert.IsTrue(layout[i].Channel.Length > 0);
            }
        }

        Assert.IsTrue(refused > 500 && taken > 100, taken.ToString());
    }

    private static int Head(byte[] bytes, int at, int fields)
    {
        bytes[at++] = 1;
        bytes[at++] = (byte)'c';
        bytes[at++] = 0;
        bytes[at++] = (byte)fields;
        return at;
    }

    private static ReportLayout Layout()
    {
        string[] keys = { "up", "rtt_ms" };
        byte[] decimals = { 0, 2 };
        ReportLayout layout = new ReportLayout();
        layout.Add("climate", null, new[] { "inlet_c", "humidity_pct", "inlet_ok" }, new byte[] { 2, 2, 0 });
        layout.Add("probe", "switch1", keys, decimals);
        layout.Add("probe", "switch2", keys, decimals);
        layout.Add("event", null, new string[0], new byte[0]);
        return layout;
    }
}
