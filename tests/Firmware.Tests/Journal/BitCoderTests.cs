using System;
using Appliance.Core.Journal;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Journal;

[TestClass]
public class BitCoderTests
{
    private const int Contexts = 40;

    private static readonly long[] Extremes = { long.MinValue, long.MaxValue, long.MinValue + 1, -1, 0, 1, 1L << 32, -(1L << 32) };

    [TestMethod]
    public void What_was_written_is_read()
    {
        Random random = new Random(11);
        BitCoder coder = new BitCoder();
        for (int round = 0; round < 400; round++)
        {
            byte[] bytes = new byte[4096];
            int seed = random.Next(int.MaxValue);
            coder.Write(bytes, 3, bytes.Length);
            Assert.AreEqual(-1, FirstDifference(coder, new Random(seed)));
            coder.Finish();
            Assert.IsFalse(coder.IsFull);
            int end = coder.Position;

            // What stands behind the end does not matter.
            for (int i = end; i < bytes.Length; i++)
            {
                bytes[i] = 0xFF;
            }

            coder.Read(bytes, 3, end);
            Assert.AreEqual(-1, FirstDifference(coder, new Random(seed)));
        }
    }

    [TestMethod]
    public void What_repeats_costs_next_to_nothing()
    {
        BitCoder coder = new BitCoder();
        ushort[] contexts = Fresh();
        byte[] bytes = new byte[1000];
        coder.Write(bytes, 0, bytes.Length);
        for (int i = 0; i < 1000; i++)
        {
            coder.Number(contexts, 0, 0);
            coder.Number(contexts, 16, 7);
        }

        coder.Finish();
        Assert.IsTrue(coder.Position < 1000 / 8, coder.Position.ToString());
    }

    [TestMethod]
    public void A_buffer_that_is_too_small_is_told_and_left_in_peace()
    {
        BitCoder coder = new BitCoder();
        for (int end = 2; end < 60; end++)
        {
            byte[] bytes = new byte[64];
            bytes[end] = 0xA5;
            bytes[1] = 0x5A;
            coder.Write(bytes, 2, end);
            for (int i = 0; i < 8; i++)
            {
                coder.Bits(64, ulong.MaxValue);
            }

            coder.Finish();
            Assert.IsTrue(coder.IsFull);
            Assert.AreEqual((byte)0xA5, bytes[end]);
            Assert.AreEqual((byte)0x5A, bytes[1]);
        }
    }

    [TestMethod]
    public void Any_bytes_can_be_read_and_no_more_than_there_are()
    {
        Random random = new Random(12);
        BitCoder coder = new BitCoder();
        for (int round = 0; round < 500; round++)
        {
            byte[] bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            coder.Read(bytes, 0, bytes.Length);
            FirstDifference(coder, new Random(round));
            Assert.IsTrue(coder.Position <= bytes.Length);
        }
    }

    /// <summary>Codes a series of calls of all kinds, and compares what comes back.</summary>
    private static int FirstDifference(BitCoder coder, Random random)
    {
        ushort[] contexts = Fresh();
        int scale = random.Next(64);
        int different = -1;
        for (int i = 0; i < 150; i++)
        {
            bool isSame;
            switch (random.Next(4))
            {
                case 0:
                    int bit = random.Next(8) == 0 ? 1 : 0;
                    isSame = coder.Bit(contexts, 32 + random.Next(8), coder.IsReading ? 0 : bit) == bit;
                    break;
                case 1:
                    int count = random.Next(65);
                    ulong bits = (ulong)Any(random) & (count == 64 ? ulong.MaxValue : (1UL << count) - 1);
                    isSame = coder.Bits(count, coder.IsReading ? 0 : bits) == bits;
                    break;
                default:
                    long number = random.Next(20) == 0 ? Extremes[random.Next(Extremes.Length)] : Any(random) >> scale;
                    isSame = coder.Number(contexts, 16 * random.Next(2), coder.IsReading ? 0 : number) == number;
                    break;
            }

            different = isSame || different >= 0 ? different : i;
        }

        return different;
    }

    private static long Any(Random random) =>
        ((long)random.Next(int.MaxValue) << 33) ^ ((long)random.Next(int.MaxValue) << 11) ^ random.Next(int.MaxValue);

    private static ushort[] Fresh()
    {
        ushort[] contexts = new ushort[Contexts];
        for (int i = 0; i < contexts.Length; i++)
        {
            contexts[i] = BitCoder.Fresh;
        }

        return contexts;
    }
}
