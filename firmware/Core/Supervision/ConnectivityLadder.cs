using Appliance.Core.Boot;

namespace Appliance.Core.Supervision;

/// <summary>
/// What to do when the broker stays away, beside trying again. While the gateway answers, that is not this device's fault, and a new
/// set-up would only make the probes fail: nothing is done. Else the network is set up anew from time to time, and after an hour in which the
/// gateway was gone as well, the device may restart.
/// </summary>
public sealed class ConnectivityLadder
{
    /// <summary>Milliseconds without broker and gateway until the first new set-up.</summary>
    public const int SetUpMs = 600_000;

    /// <summary>Milliseconds from one new set-up to the next.</summary>
    public const int SetUpAgainMs = 1_800_000;

    /// <summary>Milliseconds for which the gateway must have been gone for a restart.</summary>
    public const int RestartMs = 3_600_000;

    private readonly BootLedger _ledger;
    private long _setUpDue = SetUpMs;
    private long _restartDue = RestartMs;

    /// <param name="ledger">Counts the restarts.</param>
    public ConnectivityLadder(BootLedger ledger)
    {
        _ledger = ledger;
    }

    /// <param name="isNetworkReady">The interface has an address. Without one the gateway counts as gone, whatever was heard of it before.</param>
    /// <param name="now">Uptime in milliseconds.</param>
    public Remedy Step(bool isOnline, bool isNetworkReady, GatewayState gateway, long now)
    {
        bool isFine = isOnline || (isNetworkReady && gateway == GatewayState.Answers);
        if (isFine || (isNetworkReady && gateway == GatewayState.Unknown))
        {
            _restartDue = now + RestartMs;
        }

        if (isFine)
        {
            _setUpDue = now + SetUpMs;
        }

        if (now >= _restartDue && RestartPolicy.May(_ledger, RestartReason.Connectivity, now))
        {
            return Remedy.RestartDevice;
        }

        if (now < _setUpDue)
        {
            return Remedy.Nothing;
        }

        _setUpDue = now + SetUpAgainMs;
        return Remedy.SetUpNetwork;
    }
}
