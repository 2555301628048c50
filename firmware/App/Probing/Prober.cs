using Appliance.App.Networking;
using Appliance.App.Probing.Datagram;
using Appliance.App.Probing.Echo;
using Appliance.App.Probing.Tcp;
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

    private const int NoNetworkMs = 1000;

    private readonly ProbeBook _book;
    private readonly EchoProbe _echo;
    private readonly TcpProbe _tcp;
    private readonly DatagramProbe _datagrams;
    private readonly Network _network;
    private readonly ProbeSchedule _schedule;
    private bool _isReady;
    private int _first;

    /// <param name="seed">Random, so that racks that are switched on together do not check together.</param>
    public Prober(ProbeBook book, EchoProbe echo, TcpProbe tcp, DatagramProbe datagrams, Network network, int seed)
        : base("prober")
    {
        _book = book;
        _echo = echo;
        _tcp = tcp;
        _datagrams = datagrams;
        _network = network;
        _schedule = new ProbeSchedule(book.Targets.Length, seed);
    }

    public override long Step(long now)
    {
        if (!_network.IsReady)
        {
            // Without a network of our own, silence says nothing about a target.
            StandStill();
            return now + NoNetworkMs;
        }

        if (!_isReady)
        {
            _isReady = true;
            Spread(now);
        }

        _echo.Expire();
        _tcp.Expire();
        _datagrams.Expire();

        // Not always from the first one on: where there is not room for all, each has its turn.
        int count = _book.Targets.Length;
        int began = _first;
        for (int i = 0; i < count; i++)
        {
            int index = (began + i) % count;
            Target target = _book.Targets[index];
            long due = target.Due;
            if (due > now)
            {
                continue;
            }

            // Before the start: a check that ends at once may bring the next one forward.
            target.Due = _schedule.Next(index, target.PeriodMs, now);
            if (ProbeOf(target).TryStart(index))
            {
                _first = index + 1;
            }
            else
            {
                target.Due = due;
            }
        }

        return now + LookMs;
    }

    private IProbe ProbeOf(Target target)
    {
        switch (target.Kind)
        {
            case TargetKind.Dns:
            case TargetKind.Snmp:
                return _datagrams;
            case TargetKind.Icmp:
                return _echo.IsOpen ? (IProbe)_echo : _tcp;
            default:
                return _tcp;
        }
    }

    private void Spread(long now)
    {
        for (int i = 0; i < _book.Targets.Length; i++)
        {
            _book.Targets[i].Due = _schedule.Next(i, _book.Targets[i].PeriodMs, now);
        }
    }

    private void StandStill()
    {
        if (_isReady)
        {
            _isReady = false;
            _echo.Abandon();
            _tcp.Abandon();
            _datagrams.Abandon();
        }
    }
}
