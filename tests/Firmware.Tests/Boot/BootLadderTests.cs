using Appliance.Core.Boot;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Boot;

[TestClass]
public class BootLadderTests
{
    [DataRow(0, BootRung.Full)]
    [DataRow(3, BootRung.Full)]
    [DataRow(4, BootRung.LastGoodConfiguration)]
    [DataRow(7, BootRung.LastGoodConfiguration)]
    [DataRow(8, BootRung.SensorsOnly)]
    [DataRow(11, BootRung.SensorsOnly)]
    [DataRow(12, BootRung.NetworkOnly)]
    [DataRow(15, BootRung.NetworkOnly)]
    [DataRow(16, BootRung.Full)]
    [DataRow(int.MaxValue, BootRung.NetworkOnly)]
    public void Four_failures_lead_to_the_next_rung_and_from_the_last_to_the_first(int failed, BootRung rung)
    {
        Assert.AreEqual((int)rung, (int)BootLadder.Rung(failed));
    }

    [DataRow(1, 10)]
    [DataRow(2, 40)]
    [DataRow(3, 160)]
    [DataRow(4, 640)]
    [DataRow(5, 1440)]
    public void Patience_grows_to_a_day(int tries, int minutes)
    {
        Assert.AreEqual(minutes * 60_000L, BootLadder.PatienceMs(tries));
    }
}
