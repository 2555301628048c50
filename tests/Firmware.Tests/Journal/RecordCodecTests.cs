using System;
using System.Collections;
using Appliance.Core.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Journal;

[TestClass]
public class RecordCodecTests
{
    [DataRow(0, true, 40)]
    [DataRow(1, true, 20)]
    [DataRow(4, false, 20)]
    [DataRow(20, true, 3)]
    [DataRow(64, false, 5)]
    [DataRow(64, true, 1000)]
    public void Any_sequence_of_records_comes_back(int noise, bool isSteady, int rawOdds)
    {
        JournalTraffic traffic = new JournalTraffic(noise + rawOdds, 8, 1, 0, ReportLayout.MostFields, 8)
        {
            Noise = noise,
            IsSteady = isSteady,
            RawOdds = rawOdds,
            MostRaw = JournalRecord.MostRaw,
        };
        byte[] bytes = new byte[400_000];
        BitCoder coder = new BitCoder();
        RecordCodec codec = new RecordCodec(traffic.Layout);
        codec.Reset(1);
        coder.Write(bytes, 0, bytes.Length);
        for (int i = 0; i < 400; i++)
        {
            JournalRecord record = traffic.Next().ToRecord(traffic.Layout);
            int start = coder.Position;
            Assert.IsTrue(codec.Code(coder, record));

            // Five bytes may be held back by the coder, before and after.
            Assert.IsTrue(coder.Position - start <= record.MostBytes - 5, "the limit holds");
        }

        coder.Finish();
        Assert.IsFalse(coder.IsFull);
        int end = coder.Position;
        coder.Read(bytes, 0, end);
        codec.Reset(1);
        JournalRecord read = new JournalRecord();
        read.Allocate();
        for (int i = 0; i < 400; i++)
        {
            Assert.IsTrue(codec.Code(coder, read));
            ((JournalEntry)traffic.Entries[i]).AssertSame(read, 0);
        }
    }

    [TestMethod]
    public void Numbers_that_surprise_as_much_as_can_be_stay_within_the_limit()
    {
        ReportLayout layout = new JournalTraffic(1, ReportLayout.MostFields).Layout;
        RecordCodec codec = new RecordCodec(layout);
        BitCoder coder = new BitCoder();
        byte[] bytes = new byte[200_000];
        codec.Reset(1);
        coder.Write(bytes, 0, bytes.Length);
        JournalRecord record = new JournalRecord();
        record.Allocate();
        record.Layout = layout;
        record.IsUnix = true;
        for (int i = 1; i < 1200; i++)
        {
            // Still for long, so that this is taken for granted, then steps from small to the largest.
            record.Sequence = i;
            record.Time = i % 300 == 0 ? long.MaxValue : 60;
            for (int k = 0; k < layout.Fields; k++)
            {
                record.Presence[k] = true;
                long surprise = i % 200 == 0 ? long.MinValue : i % 300 == 0 ? 1 : 0x5555555555555555;
                record.Values[k] += i % 100 == 0 ? surprise : 0;
            }

            int start = coder.Position;
            codec.Code(coder, record);
            Assert.IsTrue(coder.Position - start <= record.MostBytes - 5, "record " + i.ToString() + ": " + (coder.Position - start).ToString());
        }

        Assert.IsFalse(coder.IsFull);
    }

    [TestMethod]
    public void Any_bytes_are_records_or_refused()
    {
        Random random = new Random(41);
        JournalTraffic traffic = new JournalTraffic(5, 8, 0, 3);
        RecordCodec codec = new RecordCodec(traffic.Layout);
        BitCoder coder = new BitCoder();
        JournalRecord record = new JournalRecord();
        record.Allocate();
        int refused = 0;
        for (int round = 0; round < 2000; round++)
        {
            byte[] bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            codec.Reset(random.Next(1000));
            coder.Read(bytes, 0, bytes.Length);
            for (int i = 0; i < 20; i++)
            {
                if (!codec.Code(coder, record))
                {
                    refused++;
                    break;
                }

                Assert.IsTrue(record.Channel < traffic.Layout.Count && record.RawLength <= JournalRecord.MostRaw);
            }
        }

        Assert.IsTrue(refused > 200 && refused < 2000);
    }
}
