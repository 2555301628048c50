using Appliance.App.Networking;
using Appliance.Core.Probing;
using Appliance.Core.Scheduling;

namespace Appliance.App.Probing;

/// <summary>
/// Starts the check of each target when it is due, spread over the period so that they do not go out in a burst, and ends those
/// that ran out of time. It never waits for an answer.
/// </summary>
public sealed class Prober : Worker
{
    /// <summary>How often checks under way are looked at.</summary>
    private const int LookMs = 100;

    private readonly ProbeBook _book;
    private readonly EchoProbe _echo;
    private readonly ConnectProbe _connect;
    private readonly Ethernet _network;
    private bool _isSpread;

    public Prober(ProbeBook book, EchoProbe echo, ConnectProbe connect, Ethernet network)
        : base("prober")
    {
        _book = book;
        _echo = echo;
        _connect = connect;
        _network = network;
    }

    public override long Step(long now)
    {
        if (!_network.IsReady)
        {
            // Without a network of our own, silence says nothing about a target.
            return now + 1000;
        }

        if (!_isSpread)
        {
            Spread(now);
        }

        _echo.Expire();
        _connect.Expire();
        for (int i = 0; i < _book.Targets.Length; i++)
        {
            Target target = _book.Targets[i];
            if (target.Due > now)
            {
                continue;
            }

            bool isStarted = target.Kind == TargetKind.Tcp ? _connect.TryStart(i) : _echo.TryStart(i);
            if (isStarted)
            {
                target.Due += target.PeriodSeconds * 1000;
                if (target.Due <= now)
                {
                    target.Due = now + (target.PeriodSeconds * 1000);
                }
            }
        }

        return now + LookMs;
    }

    private void Spread(long now)
    {
        _isSpread = true;
        int count = _book.Targets.Length;
        for (int i = 0; i < count; i++)
        {
            _book.Targets[i].Due = now + (_book.Targets[i].PeriodSeconds * 1000 * i / count);
        }
    }
}
