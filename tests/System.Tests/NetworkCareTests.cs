using Appliance.App.Networking;
using Appliance.Core.Boot;
using Appliance.Core.Conditions;
using Appliance.Core.Config;
using Appliance.Core.Probing;
using Appliance.Core.Supervision;
using VirtualBoard.Running;
using Hardware = VirtualBoard.Board;

namespace SystemTests;

/// <summary>The gateway is one of the targets, or nobody knows of it: whether the device may restart for the network.</summary>
public sealed class NetworkCareTests
{
    private const string Gateway = "192.0.2.1"; // Of the virtual board's DHCP.

    [Theory]
    [InlineData(Gateway, false, true)]
    [InlineData(Gateway, true, false)]
    [InlineData("192.0.2.7", false, false)]
    public void OnlyAGatewayThatIsSilentLeadsToARestart(string host, bool answers, bool restarts)
    {
        using var time = TimeBase.Virtual();
        using var board = new Hardware(time: time);
        var target = new Target("gw", TargetKind.Icmp, host, 0, 10, 1000, StateLimits.Default());
        for (int i = 0; i < 10; i++)
        {
            if (answers)
                target.Answered(1000);
            else
                target.Lost(CheckOutcome.NoAnswer);
        }

        Assert.Equal(answers, target.IsUp);
        Remedy told = board.Run(() =>
        {
            var network = new Ethernet();
            network.Start(new ConfigEntry("network", 0));
            Interpreter.Current.Sleep(1000);
            Assert.True(network.IsReady);
            var care = new NetworkCare(new ConnectivityLadder(BootLedger.Begin(null, 0)), network, [target], new ConditionBook());
            var remedy = Remedy.Nothing;
            for (long now = 0; now <= 7_200_000 && remedy is Remedy.Nothing; now += 5000)
            {
                remedy = care.Step(now);
                Interpreter.Current.Sleep(500);
            }

            return remedy;
        });
        Assert.Equal(restarts ? Remedy.RestartDevice : Remedy.Nothing, told);
    }

    [Fact]
    public void NetworkIsSetUpAnewWhileTheBrokerStaysAway()
    {
        using var time = TimeBase.Virtual();
        using var board = new Hardware(time: time);
        board.Run(() =>
        {
            var network = new Ethernet();
            network.Start(new ConfigEntry("network", 0));
            Interpreter.Current.Sleep(1000);
            var care = new NetworkCare(new ConnectivityLadder(BootLedger.Begin(null, 0)), network, [], new ConditionBook());
            care.Step(595_000);
            Assert.True(network.IsReady);
            care.Step(600_000);
            Assert.False(network.IsReady);
            Interpreter.Current.Sleep(1000);
            Assert.True(network.IsReady);
        });
    }
}
