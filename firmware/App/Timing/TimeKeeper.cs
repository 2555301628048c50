using Appliance.App.Networking;
using Appliance.App.Reporting;
using Appliance.Core.Config;
using Appliance.Core.Contract;
using Appliance.Core.Scheduling;
using nanoFramework.Networking;

namespace Appliance.App.Timing;

/// <summary>
/// Sees to it that a time server sets the clock: names the servers, and asks again until one has answered. Tells when it was set,
/// and when it has jumped.
/// </summary>
public sealed class TimeKeeper : Worker
{
    private const int LookMs = 5000;
    private const int AskMs = 15_000;

    private readonly Network _network;
    private readonly ConfigEntry _config;
    private readonly EventDesk _events;
    private bool _hasServers;
    private bool _isSetTold;
    private int _jumpsTold;
    private long _askAt;

    /// <param name="config">Entry <c>time server1= server2=</c>; servers not named stay those of the image.</param>
    public TimeKeeper(Network network, ConfigEntry config, EventDesk events)
        : base("time")
    {
        _network = network;
        _config = config;
        _events = events;
    }

    public override long Step(long now)
    {
        Stamp present = TimeOfDay.Now();
        if (!_isSetTold && present.Unix > 0)
        {
            _isSetTold = true;
            _events.Tell("clock-set");
        }

        if (TimeOfDay.Jumps != _jumpsTold)
        {
            _jumpsTold = TimeOfDay.Jumps;
            _events.Tell("clock-jumped");
        }

        if (_network.IsReady && now >= _askAt)
        {
            _askAt = now + AskMs;
            if (!_hasServers)
            {
                NameServers();
            }
            else if (present.Unix == 0)
            {
                Sntp.UpdateNow();
            }
        }

        return now + LookMs;
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
