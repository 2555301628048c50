using Xunit;

namespace Tools.Tests.Weaver;

public class ReplacementTests
{
    [Fact]
    public void Static_members_and_properties_go_to_their_stand_ins()
    {
        var image = Fixture.Image("""
            public static int Now() { return DateTime.UtcNow.Year; }
            public static int First() { return DateTime.MinValue.Year; }
            public static int Parse(string text) { int value; int.TryParse(text, out value); return value; }
            """);

        Assert.Equal(2001, Fixture.Call(image, "Now"));
        Assert.Equal(1601, Fixture.Call(image, "First"));
        Assert.Equal(int.MinValue, Fixture.Call(image, "Parse", "no number"));
        Assert.Equal(12, Fixture.Call(image, "Parse", "12"));
    }

    [Fact]
    public void Instance_members_of_structs_go_to_their_stand_ins_by_reference_or_by_value()
    {
        var image = Fixture.Image("""
            public static long Missing(int year) { DateTime d = new DateTime(year * 1L); return d.ToUnixTimeSeconds(); }
            public static int ByValue(bool far) { DateTime d = DateTime.UtcNow; return d.AddDays(far ? 2 : 1).DayOfYear; }
            public static string Text() { DateTime d = DateTime.UtcNow; return d.ToString(); }
            """);

        Assert.Equal(1L, Fixture.Call(image, "Missing", 5));
        Assert.Equal(34 + 20, Fixture.Call(image, "ByValue", true));
        Assert.Equal(34 + 10, Fixture.Call(image, "ByValue", false));
        Assert.Equal("year 2001", Fixture.Call(image, "Text"));
    }

    [Fact]
    public void Constructors_go_to_their_stand_ins_on_the_stack_and_in_place()
    {
        var image = Fixture.Image("""
            private static int Year(DateTime d) { return d.Year; }
            public static int OnTheStack() { return Year(new DateTime(2010, 1, 1)); }
            public static int InPlace() { DateTime d = new DateTime(2020, 1, 1); return d.Year + d.Month; }
            """);

        Assert.Equal(2011, Fixture.Call(image, "OnTheStack"));
        Assert.Equal(2022, Fixture.Call(image, "InPlace"));
    }

    [Fact]
    public void Delegates_go_to_the_stand_ins_of_static_and_virtual_members()
    {
        var image = Fixture.Image("""
            public static string Bound() { object o = Level.High; Text t = o.ToString; return t(); }
            public static int Static() { Parser p = int.TryParse; int value; p("x", out value); return value; }
            """, """
            public enum Level { Low, High = 7 }
            public delegate string Text();
            public delegate bool Parser(string s, out int v);
            """);

        Assert.Equal("7", Fixture.Call(image, "Bound"));
        Assert.Equal(int.MinValue, Fixture.Call(image, "Static"));
    }

    [Fact]
    public void An_enum_gives_its_number_as_text()
    {
        var image = Fixture.Image("""
            public static string Direct(int n) { Level l = (Level)n; return l.ToString(); }
            public static string Boxed(int n) { object o = (Level)n; return o.ToString(); }
            public static string Looped() { string all = ""; for (Level l = Level.Low; l <= Level.Top; l++) { all += l.ToString(); } return all; }
            """, "public enum Level { Low, High, Top }");

        Assert.Equal("1", Fixture.Call(image, "Direct", 1));
        Assert.Equal("2", Fixture.Call(image, "Boxed", 2));
        Assert.Equal("012", Fixture.Call(image, "Looped"));
    }

    [Fact]
    public void A_base_call_stays_a_base_call()
    {
        var image = Fixture.Image(
            "public static string Text() { object o = new Derived(); return o.ToString(); }",
            "public class Derived { public override string ToString() { return \"<\" + base.ToString() + \">\"; } }");

        Assert.Equal("<Derived>", Fixture.Call(image, "Text"));
    }
}
