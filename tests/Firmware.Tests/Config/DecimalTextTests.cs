using Appliance.Core.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Config;

[TestClass]
public class DecimalTextTests
{
    [DataRow("28.5", 2, 2850L)]
    [DataRow("28.50", 2, 2850L)]
    [DataRow("28", 2, 2800L)]
    [DataRow("-0.5", 1, -5L)]
    [DataRow("0", 3, 0L)]
    [DataRow("-12", 0, -12L)]
    [DataRow("1.000001", 6, 1_000_001L)]
    [DataRow("99999999999", 6, 99_999_999_999_000_000L)]
    public void A_number_is_taken_into_fixed_point(string text, int decimals, long expected)
    {
        Assert.IsTrue(DecimalText.TryParse(text, decimals, out long value));
        Assert.AreEqual(expected, value);
    }

    [DataRow("", 2)]
    [DataRow("-", 2)]
    [DataRow(".5", 2)]
    [DataRow("5.", 2)]
    [DataRow("1.2.3", 4)]
    [DataRow("1,5", 2)]
    [DataRow("1.555", 2)]
    [DataRow("1.0", 0)]
    [DataRow("+1", 2)]
    [DataRow(" 1", 2)]
    [DataRow("1e3", 2)]
    [DataRow("--1", 2)]
    [DataRow("123456789012345678", 0)]
    [DataRow("999999999999", 6)]
    [DataRow("\u0665", 2)]
    public void What_is_no_such_number_is_refused(string text, int decimals)
    {
        Assert.IsFalse(DecimalText.TryParse(text, decimals, out long _));
    }

    [DataRow(2850L, 2, "28.50")]
    [DataRow(-5L, 1, "-0.5")]
    [DataRow(-12L, 0, "-12")]
    [DataRow(0L, 3, "0.000")]
    public void It_is_shown_as_it_is_written(long value, int decimals, string expected)
    {
        Assert.AreEqual(expected, DecimalText.Of(value, decimals));
    }
}
