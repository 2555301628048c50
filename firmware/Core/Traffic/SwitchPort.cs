using Appliance.Core.Metrics;
using Appliance.Core.Snmp;

namespace Appliance.Core.Traffic;

/// <summary>
/// One port of a switch: its state and the rates of its counters from poll to poll. There is one for each port of the site, so what
/// is yes or no shares one field.
/// </summary>
public sealed class SwitchPort : SnmpItem
{
    private const int Member = 0x01;
    private const int Keys = 0x02;

    /// <summary>Whether it is up is known, if only from earlier.</summary>
    private const int Seen = 0x04;
    private const int Up = 0x08;

    /// <summary>There are a time, and counters, for the next poll to be set against.</summary>
    private const int HasTicks = 0x10;
    private const int HasOctets = 0x20;
    private const int HasErrors = 0x40;

    private const int OctetRates = 0x80;
    private const int ErrorRate = 0x100;
    private const int QualityShift = 16;

    private int _state;
    private uint _ticks;
    private uint _discontinuity;
    private ulong _in;
    private ulong _out;
    private uint _errors;

    /// <param name="name">Topic level.</param>
    /// <param name="ifName">What the switch calls it, or null where only its number is known.</param>
    /// <param name="ifIndex">Its number; 0 where that has to be found by the name.</param>
    /// <param name="isMember">Counts in the total of the exchange.</param>
    /// <param name="hasKeys">Is told by itself, and its errors are asked for.</param>
    public SwitchPort(string name, byte[] ifName, uint ifIndex, bool isMember, bool hasKeys)
    {
        Name = name;
        IfName = ifName;
        IfIndex = ifIndex;
        _state = (isMember ? Member : 0) | (hasKeys ? Keys : 0) | ((int)Quality.Pending << QualityShift);
    }

    public string Name { get; }

    /// <summary>ifName as it goes over the wire, or null.</summary>
    public byte[] IfName { get; }

    /// <summary>0 while it is not known: then it cannot be asked, and a <see cref="PortWalk"/> is due.</summary>
    public uint IfIndex { get; internal set; }

    public bool IsMember => Has(Member);

    public bool HasKeys => Has(Keys);

    /// <summary>
    /// Pending before the first answer, Timeout if the last one did not come, NotPresent if the switch has no such port, or another
    /// under its number.
    /// </summary>
    public Quality Quality => (Quality)(_state >> QualityShift);

    /// <summary>The last poll told whether it is up.</summary>
    public bool IsKnown => Quality == Quality.Ok;

    /// <summary>ifOperStatus is up, or was when it was last known.</summary>
    public bool IsUp => Has(Up);

    /// <summary>The last two polls tell how fast octets are counted.</summary>
    public bool HasRates => Has(OctetRates);

    /// <summary>The last two polls tell how fast errors are counted.</summary>
    public bool HasErrorRate => Has(ErrorRate);

    /// <summary>Received, bits a second; only if <see cref="HasRates"/>.</summary>
    public long InBps { get; private set; }

    /// <summary>Sent, bits a second; only if <see cref="HasRates"/>.</summary>
    public long OutBps { get; private set; }

    /// <summary>Received with errors, packets a minute; only if <see cref="HasErrorRate"/>.</summary>
    public long ErrorsPerMinute { get; private set; }

    public override bool IsAskable => IfIndex != 0;

    public override int Objects => MibObject.Port.Length + (IfName != null ? 1 : 0) + (HasKeys ? 1 : 0);

    public override bool Ask(SnmpRequest request)
    {
        int count = request.Count;
        if (request.Add(MibObject.Port, IfIndex)
            && (IfName == null || request.Add(MibObject.PortName, IfIndex))
            && (!HasKeys || request.Add(MibObject.PortErrors, IfIndex)))
        {
            return true;
        }

        request.Truncate(count);
        return false;
    }

    /// <summary>As of the base.</summary>
    /// <returns>True if the port has gone up or down since it was last known.</returns>
    public override bool Take(SnmpResponse response, int first, uint upTimeTicks, long nowMs)
    {
        int name = first + MibObject.Port.Length;
        Quality quality = response.Number(first, out long status);
        if (quality == Quality.Ok && IfName != null && !response.Holds(name, IfName))
        {
            quality = response.Type(name) == BerTag.None ? Quality.Timeout : Quality.NotPresent;
        }

        if (quality != Quality.Ok)
        {
            Lose(quality == Quality.NotPresent ? quality : Quality.Timeout, nowMs);
            return false;
        }

        bool hasChanged = Has(Seen) && IsUp != (status == 1);
        bool wasKnown = IsKnown;
        Set(Up, status == 1);
        Set(Seen, true);
        SetQuality(Quality.Ok);
        if (TakeCounters(response, first, upTimeTicks) || !wasKnown)
        {
            Time = nowMs;
        }

        return hasChanged;
    }

    public override void Miss(Quality why, long nowMs) => Lose(why, nowMs);

    /// <summary>The agent has restarted: its counters began anew, and it may have numbered its ports otherwise.</summary>
    public void Forget()
    {
        _state &= ~(HasTicks | HasOctets | HasErrors | OctetRates | ErrorRate);
        if (IfName != null)
        {
            IfIndex = 0;
        }
    }

    /// <summary>There is no answer, or none of this port.</summary>
    internal void Lose(Quality quality, long nowMs)
    {
        if (quality == Quality.NotPresent)
        {
            Forget();
        }

        _state &= ~(OctetRates | ErrorRate);
        SetQuality(quality);
        Time = nowMs;
    }

    /// <returns>False if the agent answered out of a cache. The older poll then stays what the next one is set against.</returns>
    private bool TakeCounters(SnmpResponse response, int first, uint upTimeTicks)
    {
        // Agents without ifCounterDiscontinuityTime never tell that it changed.
        response.TryUnsigned(first + 3, out ulong discontinuity);
        uint ticks = upTimeTicks - _ticks;
        bool isContinuous = Has(HasTicks) && (uint)discontinuity == _discontinuity;
        if (isContinuous && ticks == 0)
        {
            return false;
        }

        // Where the speed is not known, it is the highest that ifHighSpeed can tell.
        const long BitsPerMegabit = 1_000_000;
        bool hasSpeed = response.TryUnsigned(first + 4, out ulong speed) && speed > 0 && speed <= uint.MaxValue;
        long most = (hasSpeed ? (long)speed : uint.MaxValue) * BitsPerMegabit;
        bool hasOctets = response.TryUnsigned(first + 1, out ulong received);
        hasOctets &= response.TryUnsigned(first + 2, out ulong sent);
        bool hasRates = isContinuous && hasOctets && Has(HasOctets);
        hasRates &= CounterRate.TryRate(received - _in, ticks, CounterRate.BitsPerSecond, most, out long inBps);
        hasRates &= CounterRate.TryRate(sent - _out, ticks, CounterRate.BitsPerSecond, most, out long outBps);
        InBps = inBps;
        OutBps = outBps;
        _in = received;
        _out = sent;
        Set(HasOctets, hasOctets);
        Set(OctetRates, hasRates);
        if (HasKeys)
        {
            // No more packets come than of the shortest: 64 octets, and 20 between two.
            const int BitsPerPacket = 672;
            bool hasErrors = response.TryUnsigned(first + Objects - 1, out ulong errors);
            bool hasRate = isContinuous && hasErrors && Has(HasErrors);
            hasRate &= CounterRate.TryRate(
                (uint)errors - _errors, ticks, CounterRate.PerMinute, most / BitsPerPacket * 60, out long errorsPerMinute);
            ErrorsPerMinute = errorsPerMinute;
            _errors = (uint)errors;
            Set(HasErrors, hasErrors);
            Set(ErrorRate, hasRate);
        }

        _ticks = upTimeTicks;
        _discontinuity = (uint)discontinuity;
        Set(HasTicks, true);
        return true;
    }

    private bool Has(int flag) => (_state & flag) != 0;

    private void Set(int flag, bool isSet) => _state = isSet ? _state | flag : _state & ~flag;

    private void SetQuality(Quality quality) => _state = (_state & ((1 << QualityShift) - 1)) | ((int)quality << QualityShift);
}
