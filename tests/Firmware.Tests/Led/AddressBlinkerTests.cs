using Appliance.Core.Led;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Led;

[TestClass]
public class AddressBlinkerTests
{
    // All times are multiples of it.
    private const int Step = 100;

    [DataRow("192.168.0.7", "1 9 2/1 6 8/0/7")]
    [DataRow("10.0.20.255", "1 0/0/2 0/2 5 5")]
    [DataRow("0.0.0.0", "0/0/0/0")]
    [DataRow(null, "0/0/0/0")]
    public void Whoever_counts_blinks_and_pauses_reads_the_address(string address, string expected)
    {
        AddressBlinker blinker = new AddressBlinker(address);
        string read = "";
        int count = 0;
        int lit = 0;
        int dark = 0;
        for (int t = 0; t < blinker.Duration; t += Step)
        {
            if (blinker.IsLit(t))
            {
                read += count == 0 || dark < AddressBlinker.DigitPause ? "" : dark < AddressBlinker.NumberPause ? " " : "/";
                count = dark >= AddressBlinker.DigitPause ? 0 : count;
                lit += Step;
                dark = 0;
                continue;
            }

            if (lit > 0)
            {
                count = lit == AddressBlinker.Long ? 10 : count + 1;
                lit = 0;
            }

            dark += Step;
            if (dark == AddressBlinker.DigitPause && count > 0)
            {
                read += (count % 10).ToString();
            }
        }

        Assert.AreEqual(expected, read);
        Assert.AreEqual(AddressBlinker.NumberPause, dark);
    }

    [TestMethod]
    public void It_is_never_dark_for_as_long_as_a_frame()
    {
        AddressBlinker blinker = new AddressBlinker("199.0.250.1");
        int dark = 0;
        for (int t = 0; t < blinker.Duration; t += Step)
        {
            dark = blinker.IsLit(t) ? 0 : dark + Step;
            Assert.IsTrue(dark < LedPattern.Frame);
        }
    }

    [TestMethod]
    public void It_is_dark_before_and_after()
    {
        AddressBlinker blinker = new AddressBlinker("1.1.1.1");
        Assert.IsFalse(blinker.IsLit(-1));
        Assert.IsFalse(blinker.IsLit(AddressBlinker.NumberPause - 1));
        Assert.IsTrue(blinker.IsLit(AddressBlinker.NumberPause));
        Assert.IsFalse(blinker.IsLit(AddressBlinker.NumberPause + AddressBlinker.Blink));
        Assert.IsFalse(blinker.IsLit(blinker.Duration));
        Assert.AreEqual((5 * AddressBlinker.NumberPause) + (4 * AddressBlinker.Blink), blinker.Duration);
    }

    [TestMethod]
    public void The_longest_address_takes_little_more_than_a_minute()
    {
        Assert.IsTrue(new AddressBlinker("199.199.199.199").Duration < 80_000);
    }
}
