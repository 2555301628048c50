using System;
using Appliance.Core.Boot;
using Appliance.Core.Supervision;
using Appliance.Tests.Boot;
using Appliance.Tests.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Supervision;

[TestClass]
public class ConnectivityLadderTests
{
    private const long MinuteMs = 60_000;

    [TestMethod]
    public void A_broker_that_is_gone_for_a_year_is_no_reason_for_anything_while_the_gateway_answers()
    {
        ConnectivityLadder ladder = new ConnectivityLadder(Ledger());
        for (long now = 0; now < 365 * 24 * 60 * MinuteMs; now += 5 * MinuteMs)
        {
            Is(Remedy.Nothing, ladder.Step(false, true, GatewayState.Answers, now));
        }
    }

    [TestMethod]
    public void With_the_gateway_silent_the_network_is_set_up_after_ten_minutes_and_the_device_restarts_after_an_hour()
    {
        ConnectivityLadder ladder = new ConnectivityLadder(Ledger());
        ladder.Step(true, true, GatewayState.Silent, 7 * MinuteMs);
        Is(Remedy.Nothing, ladder.Step(false, true, GatewayState.Silent, (17 * MinuteMs) - 1));
        Is(Remedy.SetUpNetwork, ladder.Step(false, true, GatewayState.Silent, 17 * MinuteMs));
        Is(Remedy.Nothing, ladder.Step(false, true, GatewayState.Silent, (47 * MinuteMs) - 1));
        Is(Remedy.SetUpNetwork, ladder.Step(false, true, GatewayState.Silent, 47 * MinuteMs));
        Is(Remedy.Nothing, ladder.Step(false, true, GatewayState.Silent, (67 * MinuteMs) - 1));
        Is(Remedy.RestartDevice, ladder.Step(false, true, GatewayState.Silent, 67 * MinuteMs));
    }

    [TestMethod]
    public void Of_a_gateway_that_nobody_knows_no_restart_is_made()
    {
        ConnectivityLadder ladder = new ConnectivityLadder(Ledger());
        int setUps = 0;
        for (long now = 0; now < 24 * 60 * MinuteMs; now += MinuteMs)
        {
            Remedy remedy = ladder.Step(false, true, GatewayState.Unknown, now);
            Assert.IsTrue(remedy != Remedy.RestartDevice);
            setUps += remedy == Remedy.SetUpNetwork ? 1 : 0;
        }

        Assert.AreEqual(48, setUps);
    }

    [TestMethod]
    public void Without_an_address_the_gateway_is_gone_whatever_was_heard_of_it()
    {
        ConnectivityLadder ladder = new ConnectivityLadder(Ledger());
        Is(Remedy.RestartDevice, ladder.Step(false, false, GatewayState.Answers, 60 * MinuteMs));
    }

    [TestMethod]
    public void A_cable_that_is_cut_for_two_months_costs_three_restarts_a_day_at_most()
    {
        RestartTimes restarts = new RestartTimes(1000, 3);
        BootLedger ledger = Ledger();
        ConnectivityLadder ladder = new ConnectivityLadder(ledger);
        long started = 0;
        for (long wall = 0; wall < 60L * 24 * 60 * MinuteMs; wall += MinuteMs)
        {
            if (ladder.Step(false, false, GatewayState.Unknown, wall - started) == Remedy.RestartDevice)
            {
                restarts.Add(wall);
                ledger.Leave(RestartReason.Connectivity, wall - started);
                started = wall;
                ledger = BootLedger.Begin(ledger.ToFile(), 0);
                ladder = new ConnectivityLadder(ledger);
            }
        }

        Assert.IsTrue(restarts.Count > 100, restarts.Count.ToString());
    }

    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void Any_course_of_looks_is_as_in_the_model(int seed)
    {
        Random random = new Random(seed);
        ConnectivityModel model = new ConnectivityModel(3000);
        BootLedger ledger = Ledger();
        ConnectivityLadder ladder = new ConnectivityLadder(ledger);
        int[] seen = new int[4];
        int[] chance = new int[3];
        long now = 0;
        for (int look = 0; look < 3000; look++)
        {
            if (random.Next(25) == 0)
            {
                // Some times all is well, some times it is not, and some times it comes and goes.
                chance[random.Next(3)] = new[] { 0, 0, 0, 5, 100 }[random.Next(5)];
            }

            now += random.Next(8 * 60_000);
            bool isOnline = random.Next(100) < chance[0];
            bool isNetworkReady = random.Next(100) < chance[1] || random.Next(3) == 0;
            GatewayState gateway = random.Next(100) < chance[2] ? GatewayState.Answers : (GatewayState)(random.Next(9) == 0 ? 0 : 2);
            bool may = RestartPolicy.May(ledger, RestartReason.Connectivity, now);
            Remedy remedy = ladder.Step(isOnline, isNetworkReady, gateway, now);
            Is(model.Step(isOnline, isNetworkReady, gateway, may, now), remedy);
            Assert.IsTrue(remedy == Remedy.Nothing || !isOnline);
            Assert.IsTrue(remedy == Remedy.Nothing || !isNetworkReady || gateway != GatewayState.Answers);
            seen[(int)remedy]++;
            if (remedy == Remedy.RestartDevice)
            {
                ledger.Leave(RestartReason.Connectivity, now);
                ledger = BootLedger.Begin(ledger.ToFile(), 0);
                ladder = new ConnectivityLadder(ledger);
                model.Begin();
                now = 0;
            }
        }

        Assert.IsTrue(seen[(int)Remedy.RestartDevice] > 0 && seen[(int)Remedy.SetUpNetwork] > 10);
        Assert.AreEqual(0, seen[(int)Remedy.RestartWorker]);
    }

    private static BootLedger Ledger() => BootLedger.Begin(ConfigFile.Of("boot session=1\n"), 0);

    private static void Is(Remedy expected, Remedy actual) => Assert.AreEqual((int)expected, (int)actual);
}
