extern alias corlib;

using corlib::VirtualBoard.Corlib.Replacements;
using Xunit;

namespace Tools.Tests.Corlib;

/// <summary>What the runtime was seen to print and read.</summary>
public sealed class NumberTextTests
{
    [Theory]
    [InlineData(3.14159, "3.1415899999999999")]
    [InlineData(21.5, "21.499999999999999")]
    [InlineData(20.05, "20.049999999999999")]
    [InlineData(45.2, "45.2")]
    [InlineData(-0.0, "0")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_double_has_17_digits(double value, string text) => Assert.Equal(text, DoubleReplacement.ToString(ref value));

    [Theory]
    [InlineData(3.3f, "3.29999995")]
    [InlineData(1e10f, "10000000E+10")]
    public void A_float_has_9_digits_and_loses_its_point_when_large(float value, string text) =>
        Assert.Equal(text, SingleReplacement.ToString(ref value));

    [Theory]
    [InlineData(2.5, "F0", "3")]
    [InlineData(0.25, "F1", "0.3")]
    [InlineData(0.05, "F1", "0.1")]
    [InlineData(1.005, "F2", "1.00")]
    [InlineData(2.675, "F2", "2.67")]
    [InlineData(-0.04, "F1", "-0.0")]
    [InlineData(1.5, "0.0", "0.0")]
    [InlineData(1.5, "0.00", "0.00")]
    [InlineData(1234.5, "#,##0", "#,##0")]
    [InlineData(1234.5, "N1", "1,234.5")]
    public void A_format_rounds_half_away_from_zero_and_patterns_come_back(double value, string format, string text) =>
        Assert.Equal(text, DoubleReplacement.ToString(ref value, format));

    [Theory]
    [InlineData("00")]
    [InlineData("000")]
    [InlineData("C")]
    [InlineData("P2")]
    [InlineData("R")]
    public void Some_formats_are_not_implemented(string format) => Assert.Throws<NotImplementedException>(() =>
    {
        int value = 7;
        Int32Replacement.ToString(ref value, format);
    });

    [Fact]
    public void The_largest_counter_prints_and_parses()
    {
        ulong value = ulong.MaxValue;

        Assert.Equal("18446744073709551615", UInt64Replacement.ToString(ref value, "D20"));
        Assert.Equal("FFFFFFFFFFFFFFFF", UInt64Replacement.ToString(ref value, "X16"));
        Assert.Equal(value, UInt64Replacement.Parse("18446744073709551615"));
    }

    [Theory]
    [InlineData(" 42 ", 42)]
    [InlineData("+7", 7)]
    [InlineData("-2147483648", int.MinValue)]
    public void Parse_takes_blanks_and_a_sign(string text, int value) => Assert.Equal(value, Int32Replacement.Parse(text));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999999999999999999999999999999999999999")]
    public void What_does_not_fit_is_out_of_range_and_no_overflow(string text) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Int32Replacement.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("- 1")]
    [InlineData("٣")]
    public void Bad_text_is_a_format_error(string text) => Assert.Throws<FormatException>(() => Int32Replacement.Parse(text));

    [Theory]
    [InlineData("x")]
    [InlineData(null)]
    [InlineData("2147483648")]
    public void Try_parse_fails_with_the_smallest_number(string? text)
    {
        Assert.False(Int32Replacement.TryParse(text!, out int value));
        Assert.Equal(int.MinValue, value);
    }

    [Fact]
    public void A_real_number_has_a_point_and_fails_with_zero()
    {
        Assert.Equal(1500, DoubleReplacement.Parse("1.5e3"));
        Assert.Throws<FormatException>(() => DoubleReplacement.Parse("1,5"));
        Assert.False(DoubleReplacement.TryParse("x", out double value));
        Assert.Equal(0, value);
    }

    [Theory]
    [InlineData("ff", 16, 255)]
    [InlineData("0xFF", 16, 255)]
    [InlineData("377", 8, 255)]
    [InlineData("11111111", 2, 255)]
    [InlineData("73", 36, 255)]
    public void Convert_knows_bases(string text, int radix, byte value) => Assert.Equal(value, ConvertReplacement.ToByte(text, radix));
}
