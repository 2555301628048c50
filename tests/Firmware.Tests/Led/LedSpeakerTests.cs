using Appliance.Core.Conditions;
using Appliance.Core.Led;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Led;

[TestClass]
public class LedSpeakerTests
{
    [TestMethod]
    public void It_begins_with_starting()
    {
        Says(LedSignal.Starting, 0, new LedSpeaker(new ConditionBook()), 0);
    }

    [TestMethod]
    public void Starting_hides_conditions_and_connection()
    {
        ConditionBook book = new ConditionBook { IsOnline = true };
        book.Set(Subsystem.Power, Severity.Critical);
        Says(LedSignal.Starting, 0, new LedSpeaker(book), 0);
    }

    [TestMethod]
    public void Well_racks_tell_whether_the_broker_is_there()
    {
        ConditionBook book = new ConditionBook { IsStarting = false };
        LedSpeaker speaker = new LedSpeaker(book);
        Says(LedSignal.Offline, 0, speaker, 0);
        book.IsOnline = true;
        Says(LedSignal.AllWell, 0, speaker, 100);
    }

    [TestMethod]
    public void A_condition_of_the_rack_goes_before_the_lost_broker()
    {
        ConditionBook book = new ConditionBook { IsStarting = false };
        LedSpeaker speaker = new LedSpeaker(book);
        book.Set(Subsystem.Cooling, Severity.Warning);
        Says(LedSignal.Warning, 3, speaker, 0);
        book.Set(Subsystem.Reachability, Severity.Critical);
        Says(LedSignal.Critical, 5, speaker, 100);
        book.Set(Subsystem.Reachability, Severity.Ok);
        Says(LedSignal.Warning, 3, speaker, 200);
        book.Set(Subsystem.Cooling, Severity.Info);
        Says(LedSignal.Offline, 0, speaker, 300);
    }

    [TestMethod]
    public void A_fault_is_told_as_a_warning()
    {
        ConditionBook book = new ConditionBook { IsStarting = false, IsOnline = true };
        book.Set(Subsystem.Climate, Severity.Fault);
        Says(LedSignal.Warning, 2, new LedSpeaker(book), 0);
    }

    [TestMethod]
    public void Identify_goes_before_all_else_for_thirty_seconds()
    {
        ConditionBook book = new ConditionBook();
        book.Set(Subsystem.Power, Severity.Critical);
        LedSpeaker speaker = new LedSpeaker(book);
        speaker.Identify(1000);
        Says(LedSignal.Identify, 0, speaker, 1000);
        book.IsStarting = false;
        Says(LedSignal.Identify, 0, speaker, 30_999);
        Says(LedSignal.Critical, 1, speaker, 31_000);
    }

    [TestMethod]
    public void Asked_again_it_identifies_from_then_on()
    {
        ConditionBook book = new ConditionBook { IsStarting = false, IsOnline = true };
        LedSpeaker speaker = new LedSpeaker(book);
        speaker.Identify(0);
        speaker.Identify(20_000);
        Says(LedSignal.Identify, 0, speaker, 49_999);
        Says(LedSignal.AllWell, 0, speaker, 50_000);
    }

    [TestMethod]
    public void It_begins_with_a_lamp_test_of_two_seconds()
    {
        ConditionBook book = new ConditionBook { IsStarting = false, IsOnline = true };
        LedSpeaker speaker = new LedSpeaker(book);
        speaker.Begin(7000);
        for (int now = 7000; now < 9000; now += 10)
        {
            Assert.IsTrue(speaker.IsLit(now));
            Assert.AreEqual(LedPattern.Colour(LedSignal.LampTest, 0, now - 7000), speaker.Colour(now));
        }

        Says(LedSignal.AllWell, 0, speaker, 9000);
    }

    [TestMethod]
    public void A_start_ends_with_the_first_connection_or_after_half_a_minute()
    {
        ConditionBook book = new ConditionBook { IsStarting = false };
        LedSpeaker speaker = new LedSpeaker(book);
        speaker.Begin(0);
        Says(LedSignal.Starting, 0, speaker, 2000);
        Says(LedSignal.Starting, 0, speaker, 29_999);
        Says(LedSignal.Offline, 0, speaker, 30_000);

        speaker = new LedSpeaker(book);
        speaker.Begin(0);
        book.IsOnline = true;
        Says(LedSignal.AllWell, 0, speaker, 3000);
        book.IsOnline = false;
        Says(LedSignal.Offline, 0, speaker, 4000);
    }

    [TestMethod]
    public void A_condition_of_the_rack_does_not_wait_for_the_first_connection()
    {
        ConditionBook book = new ConditionBook { IsStarting = false };
        LedSpeaker speaker = new LedSpeaker(book);
        speaker.Begin(0);
        book.Set(Subsystem.Power, Severity.Critical);
        Says(LedSignal.Critical, 1, speaker, 2000);
    }

    [TestMethod]
    public void Asked_for_the_address_it_tells_it_once()
    {
        ConditionBook book = new ConditionBook { IsStarting = false, IsOnline = true };
        LedSpeaker speaker = new LedSpeaker(book);
        AddressBlinker blinker = new AddressBlinker("10.0.0.1");
        speaker.TellAddress("10.0.0.1", 1000);
        for (int t = 0; t < blinker.Duration; t += 50)
        {
            Assert.AreEqual(blinker.IsLit(t), speaker.IsLit(1000 + t));
            Assert.AreEqual(blinker.IsLit(t) ? LedPattern.White : 0, speaker.Colour(1000 + t));
        }

        Says(LedSignal.AllWell, 0, speaker, 1000 + blinker.Duration);
    }

    [TestMethod]
    public void Whoever_asked_last_is_answered()
    {
        LedSpeaker speaker = new LedSpeaker(new ConditionBook());
        speaker.Identify(0);
        speaker.TellAddress("10.0.0.1", 1000);
        Says(LedSignal.Address, 0, speaker, 2000);
        speaker.Identify(3000);
        Says(LedSignal.Identify, 0, speaker, 4000);
        Says(LedSignal.Starting, 0, speaker, 33_000);
    }

    [TestMethod]
    public void It_lights_as_the_pattern_of_its_signal_says()
    {
        ConditionBook book = new ConditionBook { IsStarting = false };
        book.Set(Subsystem.Security, Severity.Critical);
        LedSpeaker speaker = new LedSpeaker(book);
        for (int now = 0; now < LedPattern.Frame; now += 10)
        {
            Assert.AreEqual(LedPattern.IsLit(LedSignal.Critical, 4, now), speaker.IsLit(now));
            Assert.AreEqual(LedPattern.Colour(LedSignal.Critical, 4, now), speaker.Colour(now));
        }
    }

    private static void Says(LedSignal signal, int subsystem, LedSpeaker speaker, long now)
    {
        speaker.IsLit(now);
        Assert.AreEqual((int)signal, (int)speaker.Signal);
        Assert.AreEqual(subsystem, speaker.Subsystem);
    }
}
