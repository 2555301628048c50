using Appliance.Core.Led;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Led;

[TestClass]
public class ButtonReaderTests
{
    private const int Step = 50;

    [DataRow(100, 1, 0)]
    [DataRow(1000, 1, 0)]
    [DataRow(1900, 1, 0)]
    [DataRow(2100, 0, 0)]
    [DataRow(5000, 0, 0)]
    [DataRow(9900, 0, 0)]
    [DataRow(10_200, 0, 1)]
    [DataRow(60_000, 0, 1)]
    public void A_press_counts_by_its_length(int ms, int expectedShort, int expectedLong)
    {
        ButtonReader reader = new ButtonReader();
        reader.Look(false, 0);
        int shorts = 0;
        int longs = 0;
        for (int t = Step; t < ms + 1000; t += Step)
        {
            ButtonPress press = reader.Look(t <= ms, t);
            shorts += press == ButtonPress.Short ? 1 : 0;
            longs += press == ButtonPress.Long ? 1 : 0;
        }

        Assert.AreEqual(expectedShort, shorts);
        Assert.AreEqual(expectedLong, longs);
    }

    [TestMethod]
    public void A_short_press_counts_when_it_ends_and_a_long_one_while_it_lasts()
    {
        ButtonReader reader = new ButtonReader();
        reader.Look(false, 0);
        Press(ButtonPress.None, reader, true, 50, 950);
        Press(ButtonPress.None, reader, false, 1000, 1000);
        Press(ButtonPress.Short, reader, false, 1050, 1050);
        Press(ButtonPress.None, reader, true, 2000, 12_000);
        Press(ButtonPress.Long, reader, true, 12_050, 12_050);
        Press(ButtonPress.None, reader, true, 12_100, 30_000);
        Press(ButtonPress.None, reader, false, 30_050, 31_000);
    }

    [TestMethod]
    public void One_look_alone_is_bounce()
    {
        ButtonReader reader = new ButtonReader();
        reader.Look(false, 0);
        for (int t = Step; t < 20_000; t += 2 * Step)
        {
            Assert.AreEqual((int)ButtonPress.None, (int)reader.Look(true, t));
            Assert.AreEqual((int)ButtonPress.None, (int)reader.Look(false, t + Step));
        }
    }

    [TestMethod]
    public void A_button_that_is_down_at_the_start_counts_from_the_next_press_on()
    {
        ButtonReader reader = new ButtonReader();
        Press(ButtonPress.None, reader, true, 0, 20_000);
        Press(ButtonPress.None, reader, false, 20_050, 21_000);
        Press(ButtonPress.None, reader, true, 21_050, 21_500);
        Press(ButtonPress.None, reader, false, 21_550, 21_550);
        Press(ButtonPress.Short, reader, false, 21_600, 21_600);
    }

    [TestMethod]
    public void Looks_that_came_late_make_no_long_press_of_a_short_one()
    {
        ButtonReader reader = new ButtonReader();
        reader.Look(false, 0);
        Press(ButtonPress.None, reader, true, 50, 100);
        Press(ButtonPress.None, reader, false, 15_000, 16_000);
    }

    private static void Press(ButtonPress expected, ButtonReader reader, bool isDown, int from, int to)
    {
        for (int t = from; t <= to; t += Step)
        {
            Assert.AreEqual((int)expected, (int)reader.Look(isDown, t));
        }
    }
}
