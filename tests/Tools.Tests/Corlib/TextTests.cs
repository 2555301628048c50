extern alias corlib;

using System.Text;
using corlib::VirtualBoard.Corlib.Replacements;
using Xunit;

namespace Tools.Tests.Corlib;

/// <summary>Strings, times and exceptions as the runtime was seen to treat them.</summary>
public sealed class TextTests
{
    [Fact]
    public void An_enum_is_a_number_however_it_becomes_text()
    {
        Assert.Equal("5", EnumReplacement.ToString(DayOfWeek.Friday));
        Assert.Equal("day 5", StringReplacement.Concat("day ", DayOfWeek.Friday));
        Assert.Equal("5", StringReplacement.Format("{0}", [DayOfWeek.Friday]));
        Assert.Equal("5", StringBuilderReplacement.Append(new StringBuilder(), (object)DayOfWeek.Friday).ToString());
    }

    [Theory]
    [InlineData("{0}|{1}", "7|on")]
    [InlineData("{0,4}|{1,-4}|", "   7|on  |")]
    [InlineData("{0:D3} {0:X2}", "007 07")]
    [InlineData("{{{0}}}", "{7}")]
    public void Format_knows_index_alignment_format_and_doubled_braces(string format, string text) =>
        Assert.Equal(text, StringReplacement.Format(format, [7, "on"]));

    [Fact]
    public void A_missing_argument_is_an_index_out_of_range() =>
        Assert.Throws<IndexOutOfRangeException>(() => StringReplacement.Format("{2}", [7, "on"]));

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{x}")]
    [InlineData("{0,}")]
    public void A_malformed_hole_is_a_format_error(string format) =>
        Assert.Throws<FormatException>(() => StringReplacement.Format(format, [7]));

    [Fact]
    public void A_zero_character_ends_a_string()
    {
        Assert.Equal("ab", EncodingReplacement.GetString(Encoding.UTF8, "ab\0cd"u8.ToArray(), 0, 5));
        Assert.Equal("ab", StringReplacement.New(['a', 'b', '\0', 'c']));
        Assert.Equal(string.Empty, StringReplacement.New('\0', 3));
        Assert.Equal("ab", StringBuilderReplacement.ToString(new StringBuilder("ab").Append('\0').Append('c')));
    }

    [Fact]
    public void Case_changes_for_ascii_only() => Assert.Equal("grüN", StringReplacement.ToLower("GRüN").Replace("n", "N"));

    [Fact]
    public void Compare_gives_the_difference() => Assert.Equal('a' - 'c', StringReplacement.Compare("a", "c"));

    [Fact]
    public void A_line_ends_with_cr_lf() =>
        Assert.Equal("a\r\n", StringBuilderReplacement.ToString(StringBuilderReplacement.AppendLine(new StringBuilder(), "a")));

    [Fact]
    public void One_day_is_24_hours()
    {
        var day = TimeSpan.FromDays(1);
        var more = new TimeSpan(1, 0, 0, 1);

        Assert.Equal("24:00:00", TimeSpanReplacement.ToString(ref day));
        Assert.Equal("1.00:00:01", TimeSpanReplacement.ToString(ref more));
    }

    [Theory]
    [InlineData(1600)]
    [InlineData(3001)]
    public void A_date_lies_between_1601_and_3000(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DateTimeReplacement.New(year, 1, 1));

    [Fact]
    public void A_sum_of_times_stays_in_range()
    {
        var last = DateTimeReplacement.MaxValue;
        Assert.Throws<ArgumentOutOfRangeException>(() => DateTimeReplacement.AddTicks(ref last, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DateTimeReplacement.op_Subtraction(DateTimeReplacement.MinValue, new TimeSpan(1)));
    }

    [Fact]
    public void A_date_is_utc_and_prints_so()
    {
        var date = DateTimeReplacement.New(2026, 11, 21, 7, 8, 9);

        Assert.Equal(DateTimeKind.Utc, date.Kind);
        Assert.Equal("11/21/2026 07:08:09", DateTimeReplacement.ToString(ref date));
        Assert.Equal("2026-11-21T07:08:09.0000000Z", DateTimeReplacement.ToString(ref date, "o"));
        Assert.Equal(date, DateTimeReplacement.Parse("2026-11-21T07:08:09Z"));
    }

    [Fact]
    public void Unix_time_goes_past_2038()
    {
        var date = DateTimeReplacement.FromUnixTimeSeconds(4_102_444_800);

        Assert.Equal(2100, date.Year);
        Assert.Equal(4_102_444_800, DateTimeReplacement.ToUnixTimeSeconds(ref date));
    }

    [Fact]
    public void An_exception_without_message_tells_its_type()
    {
        Assert.Equal("Exception was thrown: System.FormatException", ExceptionReplacement.get_Message(new FormatException()));
        Assert.Equal("Exception was thrown: System.Exception", ExceptionReplacement.get_Message(new Exception()));
        Assert.Equal("System.FormatException: bad", ExceptionReplacement.ToString(new FormatException("bad", new Exception("inner"))));
    }
}
