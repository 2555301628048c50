using System;
using System.Text;
using Appliance.Core.Boot;
using Appliance.Core.Config;
using Appliance.Core.Supervision;
using Appliance.Tests.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Boot;

[TestClass]
public class BootLedgerTests
{
    private const long DayMs = 86_400_000;

    [TestMethod]
    public void The_very_first_start_is_full_and_by_power()
    {
        BootLedger ledger = BootLedger.Begin(null, 0);
        Assert.IsTrue(ledger.IsLost);
        Assert.AreEqual(1, ledger.Session);
        Assert.AreEqual("power", ledger.Boot);
        Assert.AreEqual((int)BootRung.Full, (int)ledger.Rung);
        Assert.IsFalse(ledger.IsGood);
    }

    [TestMethod]
    public void A_reason_is_told_by_the_next_start_and_no_other()
    {
        BootLedger ledger = Good(null);
        ledger.Leave(RestartReason.Memory, 90_000);
        ledger = BootLedger.Begin(ledger.ToFile(), 0);
        Assert.IsFalse(ledger.IsLost);
        Assert.AreEqual("memory", ledger.Boot);
        Assert.AreEqual(1, ledger.Restarts);
        ledger = BootLedger.Begin(ledger.ToFile(), 0);
        Assert.AreEqual("power", ledger.Boot);
        Assert.AreEqual(1, ledger.Restarts);
        Assert.AreEqual(3, ledger.Session);
    }

    [TestMethod]
    public void What_is_known_of_the_former_session_is_told_once()
    {
        BootLedger ledger = Good(null);
        ledger.Sequence = 4711;
        ledger.Leave(RestartReason.Planned, 90 * DayMs);
        ledger = BootLedger.Begin(ledger.ToFile(), 0);
        Assert.AreEqual(4711, ledger.FormerSequence);
        Assert.AreEqual(0, ledger.Sequence);
        Assert.AreEqual(0, BootLedger.Begin(ledger.ToFile(), 0).FormerSequence);
    }

    [TestMethod]
    public void The_highest_number_known_of_a_session_counts()
    {
        byte[] file = ConfigFile.Of("boot session=17\n");
        Assert.AreEqual(18, BootLedger.Begin(file, 5).Session);
        Assert.AreEqual(31, BootLedger.Begin(file, 30).Session);
        Assert.AreEqual(31, BootLedger.Begin(null, 30).Session);
    }

    [TestMethod]
    public void A_hundred_short_power_cycles_cost_ten_minutes_at_most()
    {
        for (int cycles = 0; cycles <= 100; cycles++)
        {
            BootLedger ledger = BootLedger.Begin(null, 0);
            for (int i = 0; i < cycles; i++)
            {
                ledger = BootLedger.Begin(ledger.ToFile(), 0);
            }

            // Now the mains lasts.
            ledger.MarkGood();
            Assert.IsFalse(ledger.IsRetryDue(599_999));
            if (ledger.Rung != BootRung.Full)
            {
                Assert.IsTrue(ledger.IsRetryDue(600_000));
                Assert.IsTrue(RestartPolicy.May(ledger, RestartReason.Retry, 600_000));
                ledger.Leave(RestartReason.Retry, 600_000);
                ledger = BootLedger.Begin(ledger.ToFile(), 0);
                Assert.AreEqual("retry", ledger.Boot);
                Assert.AreEqual((int)BootRung.Full, (int)ledger.Rung);
                ledger.MarkGood();
            }

            Assert.IsFalse(ledger.IsRetryDue(long.MaxValue));
        }
    }

    [TestMethod]
    public void After_a_good_start_on_a_lower_rung_a_power_cycle_is_a_try_as_well()
    {
        BootLedger ledger = BootLedger.Begin(ConfigFile.Of("boot session=1 failed=13\n"), 0);
        Assert.AreEqual((int)BootRung.NetworkOnly, (int)ledger.Rung);
        ledger.MarkGood();
        Assert.AreEqual((int)BootRung.Full, (int)BootLedger.Begin(ledger.ToFile(), 0).Rung);
    }

    [DataRow(RestartReason.Command)]
    [DataRow(RestartReason.Config)]
    public void What_people_ask_for_is_no_failure_and_starts_in_full(string reason)
    {
        BootLedger ledger = BootLedger.Begin(ConfigFile.Of("boot session=1 failed=13 restarts=6\n"), 0);
        Assert.IsTrue(RestartPolicy.May(ledger, reason, 1000));
        ledger.Leave(reason, 1000);
        ledger = BootLedger.Begin(ledger.ToFile(), 0);
        Assert.AreEqual((int)BootRung.Full, (int)ledger.Rung);
        Assert.AreEqual(6, ledger.Restarts);
    }

    [TestMethod]
    public void A_restart_that_cannot_be_leaves_no_trace()
    {
        BootLedger ledger = BootLedger.Begin(ConfigFile.Of("boot session=1 restarts=2\n"), 0);
        ledger.Leave(RestartReason.Memory, 1000);
        ledger.Stay();
        Assert.AreEqual(2, ledger.Restarts);
        ledger.Leave(RestartReason.Command, 1000);
        ledger.Stay();
        ledger.Stay();
        Assert.AreEqual(2, ledger.Restarts);
        Assert.AreEqual("power", BootLedger.Begin(ledger.ToFile(), 0).Boot);
        ledger.Leave(RestartReason.Planned, 1000);
        Assert.AreEqual("planned", BootLedger.Begin(ledger.ToFile(), 0).Boot);
    }

    [DataRow(0, BootRung.LastGoodConfiguration)]
    [DataRow(3, BootRung.LastGoodConfiguration)]
    [DataRow(4, BootRung.SensorsOnly)]
    [DataRow(7, BootRung.SensorsOnly)]
    [DataRow(8, BootRung.NetworkOnly)]
    [DataRow(12, BootRung.Full)]
    [DataRow(15, BootRung.Full)]
    public void A_start_that_cannot_work_is_followed_by_one_on_the_rung_below(int failed, BootRung next)
    {
        BootLedger ledger = BootLedger.Begin(ConfigFile.Of("boot session=1 failed=" + failed.ToString() + "\n"), 0);
        Assert.IsFalse(ledger.IsLost);
        ledger.Descend();
        Assert.AreEqual((int)next, (int)BootLedger.Begin(ledger.ToFile(), 0).Rung);
    }

    [TestMethod]
    public void What_was_refused_is_remembered()
    {
        BootLedger ledger = BootLedger.Begin(null, 0);
        Assert.AreEqual("", ledger.Refused);
        ledger.Refused = "0badcafe-0.1.0";
        ledger.MarkGood();
        Assert.AreEqual("0badcafe-0.1.0", BootLedger.Begin(ledger.ToFile(), 0).Refused);
    }

    [TestMethod]
    public void A_month_with_a_configuration_that_crashes_is_a_month_of_work_by_the_last_good_one()
    {
        Random random = new Random(7);
        RestartTimes retries = new RestartTimes(100, 6);
        long end = 30 * DayMs;
        long wall = 0;
        long atWork = 0;
        BootLedger ledger = BootLedger.Begin(null, 0);
        while (wall < end)
        {
            if (ledger.Rung == BootRung.Full)
            {
                wall += 2000 + random.Next(58_000);
            }
            else
            {
                Assert.AreEqual((int)BootRung.LastGoodConfiguration, (int)ledger.Rung);
                ledger.MarkGood();
                long uptime = 60_000;
                while (!ledger.IsRetryDue(uptime) || !RestartPolicy.May(ledger, RestartReason.Retry, uptime))
                {
                    uptime += 5000;
                }

                Assert.IsTrue(uptime <= DayMs);
                ledger.Leave(RestartReason.Retry, uptime);
                wall += uptime;
                atWork += uptime;
                retries.Add(wall);
            }

            ledger = BootLedger.Begin(ledger.ToFile(), 0);
        }

        Assert.IsTrue(atWork > wall / 100 * 99);
        Assert.IsTrue(retries.Count > 25 && retries.Count < 35, retries.Count.ToString());
    }

    [TestMethod]
    public void If_nothing_works_every_rung_has_its_turn_for_ever()
    {
        BootLedger ledger = BootLedger.Begin(null, 0);
        for (int i = 0; i < 200; i++)
        {
            Assert.AreEqual(i / 4 % 4, (int)ledger.Rung);
            ledger = BootLedger.Begin(ledger.ToFile(), 0);
        }
    }

    [TestMethod]
    public void Restarts_are_forgotten_after_a_day_of_work_and_the_file_says_so_once()
    {
        BootLedger ledger = BootLedger.Begin(ConfigFile.Of("boot session=1 restarts=6\n"), 0);
        Assert.IsFalse(ledger.Forget(DayMs - 1));
        Assert.IsFalse(RestartPolicy.May(ledger, RestartReason.StuckWorker, DayMs - 1));
        Assert.IsTrue(RestartPolicy.May(ledger, RestartReason.StuckWorker, DayMs));
        Assert.IsTrue(ledger.Forget(DayMs));
        Assert.IsFalse(ledger.Forget(DayMs));
        Assert.AreEqual(0, BootLedger.Begin(ledger.ToFile(), 0).Restarts);
    }

    [TestMethod]
    public void A_damaged_file_lowers_nothing_and_reuses_no_number()
    {
        Random random = new Random(3);
        byte[] file = ConfigFile.Of("boot session=4711 failed=13 tries=3 restarts=6 sequence=99 reason=memory\n");
        for (int i = 0; i < 5000; i++)
        {
            BootLedger ledger = BootLedger.Begin(Mutant.Of(file, random), 5000);
            if (ledger.IsLost)
            {
                Assert.AreEqual(5001, ledger.Session);
                Assert.AreEqual("power", ledger.Boot);
                Assert.AreEqual((int)BootRung.Full, (int)ledger.Rung);
                Assert.AreEqual(0, ledger.Restarts);
            }
        }
    }

    [TestMethod]
    public void A_file_from_other_hands_with_a_true_check_sum_does_no_harm()
    {
        Random random = new Random(4);
        byte[] body = Encoding.UTF8.GetBytes(
            ConfigReader.Header + "\nboot session=4711 failed=13 tries=3 restarts=6 sequence=99 reason=memory\n");
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            BootLedger ledger = BootLedger.Begin(ConfigFile.Sealed(Mutant.Of(body, random)), 5000);
            read += ledger.IsLost ? 0 : 1;
            Assert.IsTrue(ledger.Session > 5000);
            Assert.IsTrue(ledger.Failed > 0 && (int)ledger.Rung >= 0 && (int)ledger.Rung < 4);
            ledger.MarkGood();
            ledger.IsRetryDue(0);
            ledger.Leave(RestartReason.Retry, 0);
            Assert.AreEqual((int)BootRung.Full, (int)BootLedger.Begin(ledger.ToFile(), 0).Rung);
        }

        Assert.IsTrue(read > 1000);
    }

    private static BootLedger Good(byte[] file)
    {
        BootLedger ledger = BootLedger.Begin(file, 0);
        ledger.MarkGood();
        return ledger;
    }
}
