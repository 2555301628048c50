using NanoGate;
using Tools.Tests.NanoGate;
using Xunit;

namespace Tools.Tests.HostDifferences;

/// <summary>Arithmetic, and numbers from and to text.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("")]
    [InlineData("2147483648")]
    public void TryParse_that_fails_leaves_the_least_number(string text)
        => Assert.Equal("False -2147483648", Device.Text($"Reader.Try(\"{text}\")", """
            public static class Reader
            {
                public static string Try(string text) { int value; bool ok = int.TryParse(text, out value); return ok.ToString() + " " + value.ToString(); }
            }
            """));

    [Theory]
    [InlineData("int.Parse(\"2147483648\")")]
    [InlineData("byte.Parse(\"256\")")]
    [InlineData("uint.Parse(\"-1\")")]
    [InlineData("Convert.ToInt32(\"100000000\", 16)")]
    public void A_number_too_large_for_Parse_is_out_of_range(string parse)
        => Assert.Equal("ArgumentOutOfRangeException", Device.Text($"{parse}.ToString()"));

    [Fact]
    public void Checked_arithmetic_wraps()
        => Assert.Equal("-2147483648", Device.Text("Sum.Of(int.MaxValue, 1).ToString()", "public static class Sum { public static int Of(int a, int b) { return checked(a + b); } }"));

    [Fact]
    public void Checked_conversion_cuts()
        => Assert.Equal("1", Device.Text("Sum.Cut(257).ToString()", "public static class Sum { public static byte Cut(int a) { return checked((byte)a); } }"));

    [Fact]
    public void Integer_division_by_zero_is_caught_as_Exception()
        => Assert.Equal("Exception", Device.Text("Ratio.Of(1, 0).ToString()", "public static class Ratio { public static int Of(int a, int b) { return a / b; } }"));

    /// <summary>The device throws, the virtual board would go on with an infinity: so the gate lets no such division through.</summary>
    [Theory]
    [InlineData("double", "/")]
    [InlineData("float", "/")]
    [InlineData("double", "%")]
    public void Floating_division_does_not_pass_the_gate(string type, string operation)
    {
        using var project = new DeviceProject().With("Ratio.cs", $"namespace Sample {{ public static class Ratio {{ public static {type} Of({type} a, {type} b) {{ return a {operation} b; }} }} }}");
        Assert.Equal(["NG0305"], project.Check().Findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData("3.14159", "3.1415899999999999")]
    [InlineData("21.5", "21.499999999999999")]
    [InlineData("20.05", "20.049999999999999")]
    [InlineData("45.2", "45.2")]
    [InlineData("3.3f", "3.29999995")]
    [InlineData("1e10f", "10000000E+10")]
    [InlineData("-0.0", "0")]
    public void Real_numbers_have_the_device_s_default_text(string number, string text)
    {
        Assert.Equal(text, Device.Text($"({number}).ToString()"));
        Assert.Equal(text, Device.Text($"$\"{{{number}}}\""));
        Assert.Equal(text, Device.Text($"\"\" + ({number})"));
    }

    [Theory]
    [InlineData("(2.5).ToString(\"F0\")", "3")]
    [InlineData("(0.05).ToString(\"F1\")", "0.1")]
    [InlineData("(2.675).ToString(\"F2\")", "2.67")]
    [InlineData("(-0.04).ToString(\"F1\")", "-0.0")]
    [InlineData("(3.14159).ToString(\"0.00\")", "0.00")]
    [InlineData("(42).ToString(\"000\")", "Exception")]
    public void Formats_are_those_of_the_device(string expression, string text) => Assert.Equal(text, Device.Text(expression));
}
