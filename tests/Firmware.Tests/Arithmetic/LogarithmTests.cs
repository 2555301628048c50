using Appliance.Core.Arithmetic;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Arithmetic;

[TestClass]
public class LogarithmTests
{
    [DataRow(1, 1, 0)]
    [DataRow(2, 1, 693147)]
    [DataRow(1, 2, -693147)]
    [DataRow(10, 1, 2302585)]
    [DataRow(33600, 10000, 1211941)]
    [DataRow(5300, 10000, -634878)]
    [DataRow(2147483647, 1, 21487563)]
    [DataRow(1, 2147483647, -21487563)]
    public void Logarithm_is_right_to_a_millionth(int numerator, int denominator, int expected)
    {
        long error = Logarithm.Natural(numerator, denominator) - expected;
        Assert.IsTrue(error >= -1 && error <= 1);
    }

    [TestMethod]
    public void What_has_no_logarithm_counts_as_one()
    {
        Assert.AreEqual(0L, Logarithm.Natural(0, 0));
        Assert.AreEqual(0L, Logarithm.Natural(-5, 1));
        Assert.AreEqual(0L, Logarithm.Natural(1, long.MinValue));
    }

    [TestMethod]
    public void Largest_numbers_do_not_overflow()
    {
        Assert.AreEqual(43668272L, Logarithm.Natural(long.MaxValue, 1));
        Assert.AreEqual(-43668272L, Logarithm.Natural(1, long.MaxValue));
    }
}
