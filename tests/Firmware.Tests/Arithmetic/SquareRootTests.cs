using System;
using Appliance.Core.Arithmetic;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Arithmetic;

[TestClass]
public class SquareRootTests
{
    [DataRow(-1, 0)]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    [DataRow(2, 1)]
    [DataRow(3, 2)]
    [DataRow(6, 2)]
    [DataRow(7, 3)]
    [DataRow(1000000, 1000)]
    [DataRow(2147483647, 46341)]
    public void A_root_is_rounded(int value, int expected)
    {
        Assert.AreEqual((long)expected, SquareRoot.Of(value));
    }

    [TestMethod]
    public void Largest_numbers_do_not_overflow()
    {
        Assert.AreEqual(3037000500L, SquareRoot.Of(long.MaxValue));
        Assert.AreEqual(0L, SquareRoot.Of(long.MinValue));
    }

    [TestMethod]
    public void No_whole_number_is_nearer()
    {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++)
        {
            long value = ((long)random.Next() << 20) >> random.Next(50);
            long root = SquareRoot.Of(value);

            // (root - 1/2) squared is not above the value, (root + 1/2) squared not below it.
            Assert.IsTrue((root * root) - root <= value && value <= (root * root) + root);
        }
    }
}
