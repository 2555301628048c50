using Appliance.Core.Arithmetic;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Arithmetic;

[TestClass]
public class ExponentialTests
{
    [DataRow(0, 1000000)]
    [DataRow(1000000, 2718282)]
    [DataRow(-1000000, 367879)]
    [DataRow(693147, 2000000)]
    [DataRow(-14000000, 1)]
    [DataRow(-15000001, 0)]
    [DataRow(5000000, 148413159)]
    public void Power_is_right(int millionths, int expected)
    {
        long error = Exponential.Of(millionths) - expected;
        long allowed = 1 + (expected / 5_000_000);
        Assert.IsTrue(error >= -allowed && error <= allowed);
    }

    [TestMethod]
    public void Argument_beyond_the_greatest_counts_as_the_greatest()
    {
        Assert.AreEqual(Exponential.Of(Exponential.Most), Exponential.Of(long.MaxValue));
        Assert.AreEqual(0L, Exponential.Of(long.MinValue));
    }

    [TestMethod]
    public void Power_never_falls_with_its_argument()
    {
        long last = 0;
        for (long x = Exponential.Least; x <= Exponential.Most; x += 9_973)
        {
            long power = Exponential.Of(x);
            Assert.IsTrue(power >= last);
            last = power;
        }
    }
}
