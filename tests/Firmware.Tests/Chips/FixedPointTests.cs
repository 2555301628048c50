using System;
using Appliance.Core.Chips;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class FixedPointTests
{
    [DataRow(0, 3, 0)]
    [DataRow(1, 2, 1)]
    [DataRow(-1, 2, -1)]
    [DataRow(1, 3, 0)]
    [DataRow(-1, 3, 0)]
    [DataRow(2, 3, 1)]
    [DataRow(-2, 3, -1)]
    [DataRow(25, 10, 3)]
    [DataRow(-25, 10, -3)]
    [DataRow(24, 10, 2)]
    [DataRow(7, 1, 7)]
    public void Division_rounds_half_away_from_zero(int value, int divisor, int expected)
    {
        Assert.AreEqual((long)expected, FixedPoint.Divide(value, divisor));
    }

    [TestMethod]
    public void No_quotient_is_off_by_more_than_half_the_divisor()
    {
        Random random = new Random(5);
        for (int round = 0; round < 1000; round++)
        {
            long value = random.Next(2_000_000) - 1_000_000;
            long divisor = 1 + random.Next(1000);
            long error = value - (FixedPoint.Divide(value, divisor) * divisor);
            Assert.IsTrue(2 * error <= divisor && -2 * error <= divisor);
            Assert.AreEqual(-FixedPoint.Divide(value, divisor), FixedPoint.Divide(-value, divisor));
        }
    }
}
