using VirtualBoard.Weaving;
using Xunit;

namespace Tools.Tests.Weaver;

public class MissingTests
{
    [Fact]
    public void A_member_that_dotnet_lacks_is_told_with_line_and_caller()
    {
        var finding = Single("public static DateTime Start() { return DateTime.FromUnixTimeSeconds(0); }");

        Assert.EndsWith("Program.cs(4,34)", finding.Where, StringComparison.Ordinal);
        Assert.Equal("System.DateTime Program::Start()", finding.Member);
        Assert.Contains("has no System.DateTime System.DateTime::FromUnixTimeSeconds(System.Int64)", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Replacements", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Program.cs(4,34): error VB0001: ", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_nobody_has_is_told_where_it_is_used()
    {
        var finding = Single("public static object Pins() { return new GpioController(); }");

        Assert.Contains("(4,31)", finding.Where, StringComparison.Ordinal);
        Assert.Contains("no type System.Device.Gpio.GpioController", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_only_a_field_names_is_told_as_well()
    {
        var finding = Single("public static GpioController Pins;");

        Assert.Equal("Fixture", finding.Where);
        Assert.Contains("no type System.Device.Gpio.GpioController", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_of_what_dotnet_has_not_is_told()
    {
        var findings = Fixture.Weave("", """
            public abstract class Source : Stream
            {
                public override int Read(SpanByte buffer) { return 0; }
            }
            """).Findings;

        Assert.Contains(findings, f => f.Message.Contains("no type System.SpanByte", StringComparison.Ordinal));
    }

    [Fact]
    public void An_interface_that_asks_for_more_on_dotnet_is_told()
    {
        var findings = Fixture.Weave("", """
            public class Mirror : System.Reflection.IReflect
            {
                public System.Reflection.MethodInfo GetMethod(string name, System.Reflection.BindingFlags flags) { return null; }
                public System.Reflection.FieldInfo GetField(string name, System.Reflection.BindingFlags flags) { return null; }
            }
            """).Findings;

        Assert.Contains(findings, f => f.Member == "Mirror" && f.Message.Contains("it must implement", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, f => f.Message.Contains("::GetField(", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_written_when_there_are_findings()
    {
        Assert.Empty(Fixture.Weave("public static GpioController Pins;").Assemblies);
    }

    private static WeaveFinding Single(string program) => Assert.Single(Fixture.Weave(program).Findings);
}
