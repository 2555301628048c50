using Appliance.Core.Conditions;
using Appliance.Core.Probing;
using Appliance.Core.Supervision;

namespace Appliance.App.Networking;

/// <summary>Sees to the network when the broker stays away. The gateway is known to answer if it is one of the targets.</summary>
public sealed class NetworkCare
{
    private readonly ConnectivityLadder _ladder;
    private readonly Network _network;
    private readonly Target[] _targets;
    private readonly ConditionBook _conditions;

    public NetworkCare(ConnectivityLadder ladder, Network network, Target[] targets, ConditionBook conditions)
    {
        _ladder = ladder;
        _network = network;
        _targets = targets;
        _conditions = conditions;
    }

    /// <returns>What is still to be done: nothing, or a restart of the device.</returns>
    public Remedy Step(long now)
    {
        bool isOnline = _conditions.IsOnline;
        bool isReady = _network.IsReady;
        Remedy remedy = _ladder.Step(isOnline, isReady, isReady && !isOnline ? Gateway() : GatewayState.Unknown, now);
        if (remedy == Remedy.SetUpNetwork)
        {
            Log.Line("network", "set up anew");
            _network.SetUpAgain();
        }

        return remedy == Remedy.RestartDevice ? remedy : Remedy.Nothing;
    }

    private GatewayState Gateway()
    {
        string gateway = _network.Gateway;
        for (int i = 0; i < _targets.Length; i++)
        {
            if (_targets[i].Host == gateway && _targets[i].IsKnown)
            {
                return _targets[i].IsUp ? GatewayState.Answers : GatewayState.Silent;
            }
        }

        return GatewayState.Unknown;
    }
}
