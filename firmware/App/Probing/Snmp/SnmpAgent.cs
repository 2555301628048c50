using System.Net;
using Appliance.App.Probing.Datagram;
using Appliance.App.Timing;
using Appliance.Core.Metrics;
using Appliance.Core.Probing;
using Appliance.Core.Snmp;
using Appliance.Core.Traffic;

namespace Appliance.App.Probing.Snmp;

/// <summary>
/// An SNMP agent: whether it answers, and what it tells. One request at a time is under way to it. The check of the target goes
/// before everything else, and one that does not answer it is asked nothing more.
/// </summary>
public sealed class SnmpAgent : DatagramCheck
{
    /// <summary>Ports that were not found may have been given their name meanwhile.</summary>
    private const int WalkAgainMs = 600_000;

    private readonly ProbeBook _book;
    private readonly SnmpDesk _desk;
    private readonly byte[] _community;
    private readonly int _index;
    private readonly SnmpPoll _poll;
    private readonly UpTimeWatch _upTime = new UpTimeWatch();
    private readonly PortWalk _walk = new PortWalk();
    private SwitchPort[] _ports = new SwitchPort[0];
    private SnmpItem _urgent;
    private SnmpErrand _errand;
    private int _requestId;
    private long _sentMicros;
    private long _walkDue;

    /// <param name="index">Place of the target in the book.</param>
    /// <param name="pollMs">Milliseconds from one poll of its ports and sensors to the next.</param>
    public SnmpAgent(ProbeBook book, int index, IPEndPoint peer, SnmpDesk desk, byte[] community, int pollMs)
        : base(peer)
    {
        _book = book;
        _index = index;
        _desk = desk;
        _community = community;
        _poll = new SnmpPoll(pollMs);
    }

    /// <summary>Milliseconds from one poll to the next.</summary>
    public int PollMs => _poll.PeriodMs;

    /// <summary>Milliseconds from one check to the next.</summary>
    public int CheckMs => _book.Targets[_index].PeriodMs;

    /// <summary>Taken by whoever reads what it has told.</summary>
    public object Gate => _book.Gate;

    /// <summary>Asks for something with each check. There is room for one.</summary>
    public void AddUrgent(SnmpItem item) => _urgent = item;

    /// <summary>Asks for something with each poll.</summary>
    public void Add(SnmpItem item) => _poll.Add(item);

    /// <summary>Watches ports, with each poll.</summary>
    /// <param name="ports">All that it has; once.</param>
    public void Watch(SwitchPort[] ports)
    {
        _ports = ports;
        for (int i = 0; i < ports.Length; i++)
        {
            _poll.Add(ports[i]);
        }
    }

    public override bool TryStart(DatagramProbe probe, long nowMicros)
    {
        if (_errand != SnmpErrand.None)
        {
            return false;
        }

        SendResult result = Send(SnmpErrand.Check, probe, nowMicros);
        if (result == SendResult.NoRoute)
        {
            Fail(CheckOutcome.Unreachable);
        }

        return result != SendResult.Later;
    }

    public override bool Take(byte[] datagram, int length, long nowMicros)
    {
        SnmpResponse response = _desk.Response;
        if (_errand == SnmpErrand.None || !response.Open(datagram, length) || response.RequestId != _requestId)
        {
            return false;
        }

        // The buffer has served other agents meanwhile.
        Compose(_errand);
        SnmpOutcome outcome = response.Match(_desk.Request);
        if (outcome == SnmpOutcome.Foreign)
        {
            return false;
        }

        SnmpErrand errand = _errand;
        _errand = SnmpErrand.None;
        switch (errand)
        {
            case SnmpErrand.Check:
                EndCheck(outcome, nowMicros - _sentMicros);
                break;
            case SnmpErrand.Poll:
                EndPoll(outcome);
                break;
            default:
                EndWalk(outcome);
                break;
        }

        return true;
    }

    public override void Expire(DatagramProbe probe, long nowMicros)
    {
        Target target = _book.Targets[_index];
        if (_errand != SnmpErrand.None)
        {
            if (nowMicros - _sentMicros > target.TimeoutMs * 1000L)
            {
                GiveUp();
            }

            return;
        }

        // The check goes first, and who does not answer it need not be asked more.
        long now = Uptime.Milliseconds;
        if (target.Due <= now || !target.IsKnown || target.Outcome != CheckOutcome.Answered)
        {
            return;
        }

        if (!_walk.IsDone || (now >= _walkDue && HasUnknownPorts()))
        {
            if (_walk.IsDone)
            {
                _walkDue = now + WalkAgainMs;
                _walk.Begin();
            }

            Send(SnmpErrand.Walk, probe, nowMicros);
        }
        else if (_poll.IsDue(now))
        {
            Send(SnmpErrand.Poll, probe, nowMicros);
        }
    }

    public override void Abandon()
    {
        _errand = SnmpErrand.None;
        _poll.Stop();
    }

    private SendResult Send(SnmpErrand errand, DatagramProbe probe, long nowMicros)
    {
        _requestId = probe.NextId();
        Compose(errand);
        SnmpRequest request = _desk.Request;
        SendResult result = probe.Send(request.Bytes, request.Start, request.Length, Peer);
        if (result == SendResult.Sent)
        {
            _errand = errand;
            _sentMicros = nowMicros;
        }

        return result;
    }

    /// <summary>Makes the request of an errand; the same one again for its response.</summary>
    private void Compose(SnmpErrand errand)
    {
        SnmpRequest request = _desk.Request;
        request.Begin(_community, errand == SnmpErrand.Walk);
        if (errand == SnmpErrand.Walk)
        {
            _walk.Ask(request);
        }
        else
        {
            request.Add(MibObject.UpTime);
            if (errand == SnmpErrand.Poll)
            {
                _poll.Ask(request);
            }
            else if (_urgent != null)
            {
                _urgent.Ask(request);
            }
        }

        request.Write(_requestId);
    }

    private void EndCheck(SnmpOutcome outcome, long micros)
    {
        if (outcome == SnmpOutcome.Malformed)
        {
            Fail(CheckOutcome.WrongAnswer);
            return;
        }

        // Whatever it says of the objects, the agent is there.
        _book.Answered(_index, micros);
        long now = Uptime.Milliseconds;
        bool hasValues = outcome == SnmpOutcome.Answered;
        if (hasValues && _desk.Response.TryUnsigned(0, out ulong ticks) && _upTime.Take((uint)ticks, now))
        {
            _book.Restarted(_index);
            ForgetPorts();
        }

        if (_urgent == null)
        {
            return;
        }

        if (hasValues)
        {
            _urgent.Take(_desk.Response, 1, 0, now);
        }
        else
        {
            _urgent.Miss(Quality.Timeout, now);
        }
    }

    private void EndPoll(SnmpOutcome outcome)
    {
        SnmpResponse response = _desk.Response;
        long now = Uptime.Milliseconds;
        if (outcome == SnmpOutcome.Answered && response.TryUnsigned(0, out ulong ticks))
        {
            _poll.Take(response, (uint)ticks, now, _book);
        }
        else if (outcome == SnmpOutcome.Refused && response.ErrorStatus == SnmpResponse.TooBig)
        {
            _poll.TakeLess(now);
        }
        else
        {
            _poll.Miss(now);
        }
    }

    private void EndWalk(SnmpOutcome outcome)
    {
        if (outcome == SnmpOutcome.Answered)
        {
            _walk.Take(_desk.Response, _ports, Uptime.Milliseconds);
        }
        else
        {
            _walk.Stop();
        }
    }

    private void GiveUp()
    {
        SnmpErrand errand = _errand;
        _errand = SnmpErrand.None;
        switch (errand)
        {
            case SnmpErrand.Check:
                Fail(CheckOutcome.NoAnswer);
                break;
            case SnmpErrand.Poll:
                _poll.Miss(Uptime.Milliseconds);
                break;
            default:
                // The same row is asked for again: a walk over a bad way takes long, but it arrives.
                break;
        }
    }

    /// <summary>The target does not answer, which it tells itself: what hangs on it is only missing.</summary>
    private void Fail(CheckOutcome outcome)
    {
        long now = Uptime.Milliseconds;
        _book.Lost(_index, outcome);
        _poll.MissAll(now);
        if (_urgent != null)
        {
            _urgent.Miss(Quality.SourceMissing, now);
        }
    }

    private bool HasUnknownPorts()
    {
        for (int i = 0; i < _ports.Length; i++)
        {
            if (!_ports[i].IsAskable)
            {
                return true;
            }
        }

        return false;
    }

    private void ForgetPorts()
    {
        _walk.Stop();
        _walkDue = 0;
        for (int i = 0; i < _ports.Length; i++)
        {
            _ports[i].Forget();
        }
    }
}
