using Appliance.Core.Supervision;

namespace Appliance.Tests.Supervision;

/// <summary>The rules of staying in touch with all looks at hand.</summary>
internal sealed class ConnectivityModel
{
    private const long MinuteMs = 60_000;

    private readonly bool[] _isFine;
    private readonly bool[] _isReachable;
    private readonly long[] _at;
    private readonly Remedy[] _remedy;
    private int _looks;

    public ConnectivityModel(int mostLooks)
    {
        _isFine = new bool[mostLooks];
        _isReachable = new bool[mostLooks];
        _at = new long[mostLooks];
        _remedy = new Remedy[mostLooks];
    }

    /// <summary>The device has started: uptime is 0.</summary>
    public void Begin() => _looks = 0;

    /// <param name="may">The cap allows a restart.</param>
    public Remedy Step(bool isOnline, bool isNetworkReady, GatewayState gateway, bool may, long now)
    {
        int look = _looks++;
        _at[look] = now;
        _isFine[look] = isOnline || (isNetworkReady && gateway == GatewayState.Answers);
        _isReachable[look] = isOnline || (isNetworkReady && gateway != GatewayState.Silent);
        long fine = 0;
        long reachable = 0;
        long setUp = -1;
        for (int i = 0; i <= look; i++)
        {
            fine = _isFine[i] ? _at[i] : fine;
            reachable = _isReachable[i] ? _at[i] : reachable;
            setUp = _isFine[i] ? -1 : _remedy[i] == Remedy.SetUpNetwork && i < look ? _at[i] : setUp;
        }

        _remedy[look] = Remedy.Nothing;
        if (may && now - reachable >= 60 * MinuteMs)
        {
            _remedy[look] = Remedy.RestartDevice;
        }
        else if (setUp < 0 ? now - fine >= 10 * MinuteMs : now - setUp >= 30 * MinuteMs)
        {
            _remedy[look] = Remedy.SetUpNetwork;
        }

        return _remedy[look];
    }
}
