using NanoGate;
using Tools.Tests.NanoGate;
using Xunit;

namespace Tools.Tests.HostDifferences;

/// <summary>Text of enums, of dates and spans, and text with U+0000.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("level.ToString()")]
    [InlineData("((object)level).ToString()")]
    [InlineData("\"\" + level")]
    [InlineData("$\"{level}\"")]
    [InlineData("string.Format(\"{0}\", level)")]
    [InlineData("string.Concat(level, \"\")")]
    [InlineData("new System.Text.StringBuilder().Append(level).ToString()")]
    public void An_enum_is_its_number(string expression)
        => Assert.Equal("7", Device.Text("Names.Of(Level.High)", $$"""
            public enum Level { Low, High = 7 }
            public static class Names { public static string Of(Level level) { return {{expression}}; } }
            """));

    [Theory]
    [InlineData("System.Text.Encoding.UTF8.GetString(new byte[] { 65, 0, 66 }, 0, 3)", "A")]
    [InlineData("new string(new char[] { 'A', (char)0, 'B' })", "A")]
    [InlineData("new System.Text.StringBuilder().Append(\"A\").Append((char)0).Append(\"B\").ToString()", "A")]
    public void U0000_ends_a_string(string expression, string text) => Assert.Equal(text, Device.Text(expression));

    [Fact]
    public void U0000_in_a_literal_does_not_pass_the_gate()
    {
        using var project = new DeviceProject().With("Zero.cs", "namespace Sample { public static class Zero { public static string Text = \"A\\0B\"; } }");
        Assert.Single(project.Check().Findings);
    }

    [Theory]
    [InlineData("new DateTime(1600, 12, 31).ToString()", "ArgumentOutOfRangeException")]
    [InlineData("new DateTime(1601, 1, 1).ToString()", "01/01/1601 00:00:00")]
    [InlineData("new DateTime(3000, 12, 31).ToString()", "12/31/3000 00:00:00")]
    [InlineData("new DateTime(3001, 1, 1).ToString()", "ArgumentOutOfRangeException")]
    [InlineData("new DateTime(3000, 12, 31).AddDays(1).ToString()", "ArgumentOutOfRangeException")]
    [InlineData("(new DateTime(1601, 1, 1) - new TimeSpan(1)).ToString()", "ArgumentOutOfRangeException")]
    [InlineData("DateTime.MinValue.Year.ToString()", "1601")]
    [InlineData("DateTime.MaxValue.Year.ToString()", "3000")]
    [InlineData("((int)new DateTime(2026, 1, 1).Kind).ToString()", "1")]
    [InlineData("((int)DateTime.UtcNow.Kind).ToString()", "1")]
    public void Dates_are_UTC_from_1601_to_3000(string expression, string text) => Assert.Equal(text, Device.Text(expression));

    [Theory]
    [InlineData("new TimeSpan(24, 0, 0).ToString()", "24:00:00")]
    [InlineData("$\"{new TimeSpan(24, 0, 0)}\"", "24:00:00")]
    [InlineData("\"\" + new TimeSpan(24, 0, 0)", "24:00:00")]
    [InlineData("new TimeSpan(24, 0, 1).ToString()", "1.00:00:01")]
    public void One_day_is_24_hours(string expression, string text) => Assert.Equal(text, Device.Text(expression));
}
