using Appliance.App.Networking;
using Appliance.Core.Config;
using Appliance.Core.Scheduling;
using nanoFramework.Networking;

namespace Appliance.App.Timing;

/// <summary>Sees to it that a time server sets the clock: names the servers, and asks again until one has answered.</summary>
public sealed class TimeKeeper : Worker
{
    private const int UnsetMs = 15_000;
    private const int SetMs = 3_600_000;

    private readonly Ethernet _network;
    private readonly ConfigEntry _config;
    private bool _hasServers;

    /// <param name="config">Entry <c>time server1= server2=</c>; servers not named stay those of the image.</param>
    public TimeKeeper(Ethernet network, ConfigEntry config)
        : base("time")
    {
        _network = network;
        _config = config;
    }

    public override long Step(long now)
    {
        if (!_network.IsReady)
        {
            return now + 1000;
        }

        if (!_hasServers)
        {
            NameServers();
        }
        else if (TimeOfDay.UnixSeconds == 0)
        {
            Sntp.UpdateNow();
        }

        return now + (TimeOfDay.UnixSeconds == 0 ? UnsetMs : SetMs);
    }

    private void NameServers()
    {
        if (_config.Has("server1"))
        {
            Sntp.Server1 = _config.Text("server1");
        }

        if (_config.Has("server2"))
        {
            Sntp.Server2 = _config.Text("server2");
        }

        if (!Sntp.IsStarted)
        {
            Sntp.Start();
        }

        _hasServers = true;
    }
}
