using System.Net.NetworkInformation;
using System.Threading;
using VirtualBoard;

namespace nanoFramework.Networking;

/// <summary>The state of NetworkHelper in this boot.</summary>
internal sealed class NetworkWait
{
    private const int PollMs = 200;
    private const int FirstPlausibleYear = 2021;
    private int _generation;
    private bool _started;
    private bool _requiresDateTime;

    public ManualResetEvent Ready { get; } = new(false);

    public NetworkHelperStatus Status { get; private set; }

    public Exception? Exception => null;

    private static bool HasDate => Board.Current.Clock.UtcNow.Year >= FirstPlausibleYear;

    public void ThrowIfStarted()
    {
        if (_started)
            throw new InvalidOperationException("The helper was set up before; call Reset first.");
    }

    public void Start(bool requiresDateTime)
    {
        ThrowIfStarted();
        _started = true;
        _requiresDateTime = requiresDateTime;
        if (!Board.Current.Profile.HasEthernet)
        {
            Status = NetworkHelperStatus.FailedNoNetworkInterface;
            return;
        }

        Status = NetworkHelperStatus.Started;
        NetworkChange.NetworkAddressChanged += OnAddressChanged;
        Watch();
    }

    public bool Await(CancellationToken token, bool requiresDateTime)
    {
        if (!Board.Current.Profile.HasEthernet)
            return Fail(NetworkHelperStatus.FailedNoNetworkInterface);
        Status = NetworkHelperStatus.Started;
        while (!NetworkInterface.GetIsNetworkAvailable())
        {
            if (token.IsCancellationRequested)
                return Fail(NetworkHelperStatus.TokenExpiredWaitingIPAddress);
            Thread.Sleep(PollMs);
        }

        while (requiresDateTime && !HasDate)
        {
            if (token.IsCancellationRequested)
                return Fail(NetworkHelperStatus.TokenExpiredWaitingDateTime);
            Thread.Sleep(PollMs);
        }

        Status = NetworkHelperStatus.NetworkIsReady;
        return true;
    }

    public void Reset()
    {
        NetworkChange.NetworkAddressChanged -= OnAddressChanged;
        _generation++;
        _started = false;
        Status = NetworkHelperStatus.None;
        Ready.Reset();
    }

    private bool Fail(NetworkHelperStatus status)
    {
        Status = status;
        return false;
    }

    private void OnAddressChanged(object? sender, EventArgs e)
    {
        if (NetworkInterface.GetIsNetworkAvailable())
        {
            Watch();
        }
        else
        {
            _generation++;
            Status = NetworkHelperStatus.Reconnecting;
            Ready.Reset();
        }
    }

    private void Watch()
    {
        int generation = ++_generation;
        new Thread(() =>
        {
            while (generation == _generation && !(NetworkInterface.GetIsNetworkAvailable() && (!_requiresDateTime || HasDate)))
                Thread.Sleep(PollMs);
            if (generation != _generation)
                return;

            Status = NetworkHelperStatus.NetworkIsReady;
            Ready.Set();
        }).Start();
    }
}
