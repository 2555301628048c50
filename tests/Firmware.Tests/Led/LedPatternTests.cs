using Appliance.Core.Led;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Led;

[TestClass]
public class LedPatternTests
{
    // All times of the patterns are multiples of it.
    private const int Step = 10;
    private const int Signals = 6;

    [DataRow((int)LedSignal.Starting, 0, "100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100,100")]
    [DataRow((int)LedSignal.AllWell, 0, "120,2880")]
    [DataRow((int)LedSignal.Offline, 0, "1000,300,120,1580")]
    [DataRow((int)LedSignal.Identify, 0, "50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50,50")]
    [DataRow((int)LedSignal.LampTest, 0, "3000")]
    [DataRow((int)LedSignal.Warning, 1, "200,2800")]
    [DataRow((int)LedSignal.Warning, 2, "200,200,200,2400")]
    [DataRow((int)LedSignal.Warning, 3, "200,200,200,200,200,2000")]
    [DataRow((int)LedSignal.Warning, 4, "200,200,200,200,200,200,200,1600")]
    [DataRow((int)LedSignal.Warning, 5, "200,200,200,200,200,200,200,200,200,1200")]
    [DataRow((int)LedSignal.Warning, 6, "200,200,200,200,200,200,200,200,200,200,200,800")]
    [DataRow((int)LedSignal.Warning, 7, "200,200,200,200,200,200,200,200,200,200,200,200,200,400")]
    [DataRow((int)LedSignal.Critical, 1, "80,1420,80,1420")]
    [DataRow((int)LedSignal.Critical, 2, "80,80,80,1260,80,80,80,1260")]
    [DataRow((int)LedSignal.Critical, 3, "80,80,80,80,80,1100,80,80,80,80,80,1100")]
    [DataRow((int)LedSignal.Critical, 4, "80,80,80,80,80,80,80,940,80,80,80,80,80,80,80,940")]
    [DataRow((int)LedSignal.Critical, 5, "80,80,80,80,80,80,80,80,80,780,80,80,80,80,80,80,80,80,80,780")]
    [DataRow((int)LedSignal.Critical, 6, "80,80,80,80,80,80,80,80,80,80,80,620,80,80,80,80,80,80,80,80,80,80,80,620")]
    [DataRow((int)LedSignal.Critical, 7, "80,80,80,80,80,80,80,80,80,80,80,80,80,460,80,80,80,80,80,80,80,80,80,80,80,80,80,460")]
    public void Every_instant_of_a_frame_is_lit_or_dark_as_the_table_says(int signal, int subsystem, string runs)
    {
        string[] lengths = runs.Split(',');
        int t = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            int end = t + int.Parse(lengths[i]);
            for (; t < end; t++)
            {
                Assert.AreEqual(i % 2 == 0, LedPattern.IsLit((LedSignal)signal, subsystem, t), t.ToString());
            }
        }

        Assert.AreEqual(LedPattern.Frame, t);
    }

    [TestMethod]
    public void No_frame_of_any_signal_is_dark_or_lit_throughout()
    {
        for (int signal = 0; signal < Signals; signal++)
        {
            for (int subsystem = 0; subsystem <= 7; subsystem++)
            {
                int lit = LitSteps((LedSignal)signal, subsystem);
                Assert.IsTrue(lit > 0, "dark: " + signal.ToString() + " " + subsystem.ToString());
                Assert.IsTrue(lit < LedPattern.Frame / Step, "lit: " + signal.ToString() + " " + subsystem.ToString());
            }
        }
    }

    [TestMethod]
    public void Frames_repeat_after_months_too()
    {
        long later = 90L * 24 * 3600 * 1000;
        later -= later % LedPattern.Frame;
        for (int signal = 0; signal < Signals; signal++)
        {
            for (int t = 0; t < LedPattern.Frame; t += Step)
            {
                Assert.AreEqual(
                    LedPattern.IsLit((LedSignal)signal, 3, t),
                    LedPattern.IsLit((LedSignal)signal, 3, later + t));
            }
        }
    }

    [TestMethod]
    public void A_warning_blinks_once_a_frame_for_each_number_of_its_subsystem()
    {
        for (int subsystem = 1; subsystem <= 7; subsystem++)
        {
            Assert.AreEqual(subsystem, Blinks(LedSignal.Warning, subsystem));
        }
    }

    [TestMethod]
    public void A_critical_condition_blinks_its_number_twice_a_frame()
    {
        for (int subsystem = 1; subsystem <= 7; subsystem++)
        {
            Assert.AreEqual(2 * subsystem, Blinks(LedSignal.Critical, subsystem));
            for (int t = 0; t < LedPattern.Frame / 2; t += Step)
            {
                Assert.AreEqual(
                    LedPattern.IsLit(LedSignal.Critical, subsystem, t),
                    LedPattern.IsLit(LedSignal.Critical, subsystem, t + (LedPattern.Frame / 2)));
            }
        }
    }

    [TestMethod]
    public void The_pause_after_the_last_blink_is_the_longest()
    {
        for (int subsystem = 2; subsystem <= 7; subsystem++)
        {
            Assert.IsTrue(LongestDark(LedSignal.Warning, subsystem) >= 400);
            Assert.IsTrue(LongestDark(LedSignal.Critical, subsystem) >= 400);
        }
    }

    [TestMethod]
    public void All_well_is_one_short_blink()
    {
        Assert.AreEqual(1, Blinks(LedSignal.AllWell, 0));
        Assert.IsTrue(LitSteps(LedSignal.AllWell, 0) * Step < 200);
    }

    [TestMethod]
    public void Offline_is_long_then_short()
    {
        Assert.AreEqual(2, Blinks(LedSignal.Offline, 0));
        Assert.IsTrue(LedPattern.IsLit(LedSignal.Offline, 0, 0));
        Assert.IsTrue(LedPattern.IsLit(LedSignal.Offline, 0, 990));
        Assert.IsFalse(LedPattern.IsLit(LedSignal.Offline, 0, 1000));
        Assert.IsTrue(LedPattern.IsLit(LedSignal.Offline, 0, 1300));
        Assert.IsFalse(LedPattern.IsLit(LedSignal.Offline, 0, 1500));
    }

    [TestMethod]
    public void Identify_strobes_faster_than_starting_flickers()
    {
        int starting = Blinks(LedSignal.Starting, 0);
        Assert.IsTrue(starting > 14);
        Assert.IsTrue(Blinks(LedSignal.Identify, 0) >= 2 * starting);
        Assert.AreEqual(LedPattern.Frame / Step / 2, LitSteps(LedSignal.Starting, 0));
    }

    [TestMethod]
    public void No_two_meanings_look_alike_without_colour()
    {
        string[] seen = new string[Signals + 12];
        int count = 0;
        for (int signal = 0; signal < Signals; signal++)
        {
            bool counts = signal == (int)LedSignal.Warning || signal == (int)LedSignal.Critical;
            for (int subsystem = 1; subsystem <= (counts ? 7 : 1); subsystem++)
            {
                string picture = Picture((LedSignal)signal, subsystem);
                for (int i = 0; i < count; i++)
                {
                    Assert.AreNotEqual(seen[i], picture);
                }

                seen[count++] = picture;
            }
        }

        Assert.AreEqual(seen.Length, count);
    }

    [DataRow((int)LedSignal.Starting, 0xFFFFFF, 0)]
    [DataRow((int)LedSignal.AllWell, 0x00FF00, 0)]
    [DataRow((int)LedSignal.Warning, 0xFF8000, 0)]
    [DataRow((int)LedSignal.Critical, 0xFF0000, 0)]
    [DataRow((int)LedSignal.Offline, 0x0000FF, 0)]
    [DataRow((int)LedSignal.Identify, 0xFFFFFF, 0x0000FF)]
    public void Each_signal_has_its_colour(int signal, int lit, int dark)
    {
        for (int t = 0; t < LedPattern.Frame; t += Step)
        {
            bool isLit = LedPattern.IsLit((LedSignal)signal, 2, t);
            Assert.AreEqual(isLit ? lit : dark, LedPattern.Colour((LedSignal)signal, 2, t));
        }
    }

    [TestMethod]
    public void The_lamp_test_is_lit_throughout_and_shows_each_colour()
    {
        int[] colours = { LedPattern.Red, LedPattern.Amber, LedPattern.Green, LedPattern.Blue, LedPattern.White };
        for (int t = 0; t < LedPattern.LampTest; t++)
        {
            Assert.AreEqual(colours[t / 400], LedPattern.Colour(LedSignal.LampTest, 0, t));
        }
    }

    private static int LitSteps(LedSignal signal, int subsystem)
    {
        int lit = 0;
        for (int t = 0; t < LedPattern.Frame; t += Step)
        {
            lit += LedPattern.IsLit(signal, subsystem, t) ? 1 : 0;
        }

        return lit;
    }

    private static int Blinks(LedSignal signal, int subsystem)
    {
        int rising = 0;
        for (int t = LedPattern.Frame; t < 2 * LedPattern.Frame; t += Step)
        {
            rising += LedPattern.IsLit(signal, subsystem, t) && !LedPattern.IsLit(signal, subsystem, t - Step) ? 1 : 0;
        }

        return rising;
    }

    private static int LongestDark(LedSignal signal, int subsystem)
    {
        int longest = 0;
        int dark = 0;
        for (int t = 0; t < 2 * LedPattern.Frame; t += Step)
        {
            dark = LedPattern.IsLit(signal, subsystem, t) ? 0 : dark + Step;
            longest = dark > longest ? dark : longest;
        }

        return longest;
    }

    private static string Picture(LedSignal signal, int subsystem)
    {
        char[] picture = new char[LedPattern.Frame / Step];
        for (int i = 0; i < picture.Length; i++)
        {
            picture[i] = LedPattern.IsLit(signal, subsystem, i * Step) ? '#' : '.';
        }

        return new string(picture);
    }
}
