using Appliance.Core.Contract;
using Appliance.Core.Metrics;
using Appliance.Core.Scan;
using Appliance.Core.Scheduling;
using Appliance.Drivers;
using Appliance.Drivers.Scan;

namespace Appliance.App.Scanning;

/// <summary>
/// Has the buses looked at for parts that are not configured: once after the start, when the sensors have had their first
/// readings, and when asked. What was found stands in <c>meta</c>. Works on the sampler's thread.
/// </summary>
public sealed class Scanner : Worker
{
    /// <summary>First readings that have not come by now will not come soon.</summary>
    private const int FirstMs = 15_000;

    private const int LookAgainMs = 500;

    /// <summary>A bus that is not done by then hangs: twelve probes that convert, or 16 addresses of a busy line, take a third.</summary>
    private const int LimitMs = 60_000;

    private readonly IBusScan[] _scans;
    private readonly Sensor[] _sensors;
    private readonly MetaPayload _meta;
    private readonly IWaker _uplink;
    private IScanListener _listener;
    private bool _hasBegun;
    private bool _isRunning;
    private long _started;

    /// <param name="sensors">Those whose first readings come before the first scan.</param>
    /// <param name="uplink">Publishes <c>meta</c>.</param>
    public Scanner(IBusScan[] scans, Sensor[] sensors, MetaPayload meta, IWaker uplink)
        : base("scanner")
    {
        _scans = scans;
        _sensors = sensors;
        _meta = meta;
        _uplink = uplink;
    }

    /// <summary>What the last scan found.</summary>
    public FoundParts Found { get; private set; } = new FoundParts();

    /// <summary>Begins a scan, anew if one runs.</summary>
    /// <param name="listener">Is told when it ends; null if nobody asks.</param>
    /// <returns>False if one runs that somebody else has asked for: it goes on.</returns>
    public bool TryBegin(IScanListener listener, long now)
    {
        if (_isRunning && _listener != null)
        {
            return false;
        }

        _listener = listener;
        _hasBegun = true;
        _isRunning = true;
        _started = now;
        for (int i = 0; i < _scans.Length; i++)
        {
            _scans[i].Request();
        }

        return true;
    }

    public override long Step(long now)
    {
        if (!_hasBegun)
        {
            if (now < FirstMs && IsAnyPending())
            {
                return now + LookAgainMs;
            }

            TryBegin(null, now);
        }

        if (_isRunning && (!IsAnyRunning() || now - _started >= LimitMs))
        {
            End();
        }

        return _isRunning ? _started + LimitMs : long.MaxValue;
    }

    private void End()
    {
        _isRunning = false;
        FoundParts found = new FoundParts();
        for (int i = 0; i < _scans.Length; i++)
        {
            _scans[i].AddTo(found);
            if (_scans[i].IsRunning)
            {
                found.MarkIncomplete();
            }
        }

        Found = found;
        if (_meta.Found == null || _meta.Found.Signature() != found.Signature())
        {
            _meta.Found = found;
            _uplink.Wake();
        }

        IScanListener listener = _listener;
        _listener = null;
        if (listener != null)
        {
            listener.TakeFound(found);
        }
    }

    private bool IsAnyRunning()
    {
        for (int i = 0; i < _scans.Length; i++)
        {
            if (_scans[i].IsRunning)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAnyPending()
    {
        for (int i = 0; i < _sensors.Length; i++)
        {
            Metric[] metrics = _sensors[i].Metrics;
            for (int j = 0; j < metrics.Length; j++)
            {
                if (metrics[j].Quality == Quality.Pending)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
