using System;
using Appliance.Core.Boot;
using Appliance.Core.Supervision;
using Appliance.Tests.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Supervision;

[TestClass]
public class RestartPolicyTests
{
    private const long DayMs = 86_400_000;
    private const long MinuteMs = 60_000;

    [DataRow(RestartReason.StuckWorker, 6)]
    [DataRow(RestartReason.FailingWorker, 6)]
    [DataRow(RestartReason.Memory, 6)]
    [DataRow(RestartReason.Retry, 6)]
    [DataRow(RestartReason.Planned, 6)]
    [DataRow(RestartReason.Connectivity, 3)]
    public void Restarts_in_a_row_have_a_cap_that_a_day_of_work_lifts(string reason, int cap)
    {
        byte[] file = ConfigFile.Of("boot session=1\n");
        for (int i = 0; i < cap; i++)
        {
            BootLedger ledger = BootLedger.Begin(file, 0);
            Assert.IsTrue(RestartPolicy.May(ledger, reason, 0));
            ledger.Leave(reason, DayMs - 1);
            file = ledger.ToFile();
        }

        BootLedger last = BootLedger.Begin(file, 0);
        Assert.IsFalse(RestartPolicy.May(last, reason, 0));
        Assert.IsFalse(RestartPolicy.May(last, reason, DayMs - 1));
        Assert.IsTrue(RestartPolicy.May(last, reason, DayMs));
        Assert.IsTrue(RestartPolicy.May(last, RestartReason.Command, 0));
        Assert.IsTrue(RestartPolicy.May(last, RestartReason.Config, 0));
    }

    [TestMethod]
    public void The_planned_restart_comes_in_the_first_quiet_hour_after_90_days()
    {
        Random random = new Random(1);
        for (int site = 0; site < 60; site++)
        {
            // Any time of day at the start, any time zone.
            long startUnix = 1_795_000_000 + random.Next(86_400);
            int offset = (15 * random.Next(105)) - (12 * 60);
            long now = 89 * DayMs;
            while (!RestartPolicy.IsPlannedDue(now, startUnix + (now / 1000), offset))
            {
                now += MinuteMs;
            }

            Assert.IsTrue(now >= 90 * DayMs && now < 91 * DayMs, now.ToString());
            long local = (startUnix + (now / 1000) + (offset * 60)) % 86_400;
            Assert.IsTrue(local >= 3 * 3600 && local < 4 * 3600, local.ToString());

            // In the first such hour.
            Assert.IsTrue(now == 90 * DayMs || local < (3 * 3600) + 60, local.ToString());
        }
    }

    [TestMethod]
    public void Without_a_clock_it_comes_after_91_days()
    {
        Assert.IsFalse(RestartPolicy.IsPlannedDue((91 * DayMs) - 1, 0, 195));
        Assert.IsTrue(RestartPolicy.IsPlannedDue(91 * DayMs, 0, 195));
        Assert.IsTrue(RestartPolicy.IsPlannedDue(91 * DayMs, 1_795_000_000, 0));
    }

    [TestMethod]
    public void The_cap_leaves_the_planned_restart_alone()
    {
        BootLedger ledger = BootLedger.Begin(ConfigFile.Of("boot session=1 restarts=6\n"), 0);
        Assert.IsTrue(RestartPolicy.May(ledger, RestartReason.Planned, 90 * DayMs));
    }
}
