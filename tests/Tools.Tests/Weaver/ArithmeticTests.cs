using Xunit;

namespace Tools.Tests.Weaver;

public class ArithmeticTests
{
    [Fact]
    public void Checked_operations_wrap_as_they_do_on_the_device()
    {
        var image = Fixture.Image("""
            public static int Add(int a, int b) { return checked(a + b); }
            public static uint Subtract(uint a, uint b) { return checked(a - b); }
            public static long Multiply(long a, long b) { return checked(a * b); }
            """);

        Assert.Equal(int.MinValue, Fixture.Call(image, "Add", int.MaxValue, 1));
        Assert.Equal(uint.MaxValue, Fixture.Call(image, "Subtract", 0u, 1u));
        Assert.Equal(-2L, Fixture.Call(image, "Multiply", long.MaxValue, 2L));
    }

    [Fact]
    public void Checked_conversions_cut_and_widen_as_unchecked_ones()
    {
        var image = Fixture.Image("""
            public static byte Narrow(int a) { return checked((byte)a); }
            public static int Signed(uint a) { return checked((int)a); }
            public static ulong WidenSigned(int a) { return checked((ulong)a); }
            public static long WidenUnsigned(uint a) { return checked((long)a); }
            public static short FromUlong(ulong a) { return checked((short)a); }
            """);

        Assert.Equal((byte)0x34, Fixture.Call(image, "Narrow", 0x1234));
        Assert.Equal(-1, Fixture.Call(image, "Signed", uint.MaxValue));
        Assert.Equal(ulong.MaxValue, Fixture.Call(image, "WidenSigned", -1));
        Assert.Equal((long)uint.MaxValue, Fixture.Call(image, "WidenUnsigned", uint.MaxValue));
        Assert.Equal((short)-1, Fixture.Call(image, "FromUlong", ulong.MaxValue));
    }
}
