using System.Text;
using Appliance.App.Commands;
using Appliance.App.Networking;
using Appliance.App.Storage;
using Appliance.App.Timing;
using Appliance.Core.Conditions;
using Appliance.Core.Contract;
using Appliance.Core.Json;
using Appliance.Core.Scheduling;
using Appliance.Core.Uplink;

namespace Appliance.App.Uplink;

/// <summary>
/// Keeps the device at its broker: connects with back-off, announces it, and drains the outbox, one message at a time, each
/// kept until it is acknowledged. Hands commands to their desk and its answers to the broker, before anything that waits.
/// </summary>
public sealed class BrokerUplink : Worker, IWaker
{
    private const int FirstRetryMs = 1000;
    private const int LongestRetryMs = 60_000;
    private const int AcknowledgeMs = 10_000;
    private const int NetworkMs = 1000;

    /// <summary>Whoever has something to send wakes it; the rest can wait.</summary>
    private const int IdleMs = 5000;
    private const int SubscribeMs = 30_000;
    private const int FullMs = 100;
    private const int TendMs = 100;

    private readonly Shipment _shipment = new Shipment();
    private readonly BrokerConnection _connection;
    private readonly BrokerAddress _broker;
    private readonly Topics _topics;
    private readonly Outbox _outbox;
    private readonly MetaBulletin _meta;
    private readonly BootRecord _boot;
    private readonly Network _network;
    private readonly ConditionBook _conditions;
    private readonly CommandDesk _commands;
    private readonly Backoff _backoff;
    private IWaker _thread;
    private UplinkCause _wait;
    private UplinkCause _ended;
    private Delivery _underWay;
    private byte[] _result;
    private bool _isBirthDue;
    private bool _isMetaDue;
    private bool _isBirthTimed;
    private int _messageId;
    private long _sentAt;
    private long _retryAt;
    private long _subscribedAt;

    public BrokerUplink(
        BrokerAddress broker,
        Topics topics,
        Outbox outbox,
        MetaPayload meta,
        BootRecord boot,
        Network network,
        ConditionBook conditions,
        CommandDesk commands)
        : base("uplink")
    {
        _broker = broker;
        _topics = topics;
        _outbox = outbox;
        _meta = new MetaBulletin(meta, boot.Session);
        _boot = boot;
        _network = network;
        _conditions = conditions;
        _commands = commands;
        _connection = new BrokerConnection(this, commands);
        _backoff = new Backoff(FirstRetryMs, LongestRetryMs, boot.Session);
    }

    /// <summary>Connections that were opened since the start.</summary>
    public int Connects { get; private set; }

    /// <summary>Messages that the broker has acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Milliseconds from sending the last of them to its acknowledgement.</summary>
    public int RoundTripMs { get; private set; }

    /// <summary>
    /// Why there is no connection now; while there is one, why the last attempt or connection before it ended, so that it can still be told.
    /// None if none has.
    /// </summary>
    public UplinkCause Cause => _wait != UplinkCause.None ? _wait : _ended;

    /// <summary>Native memory has to be there for the next handshake: with TLS, while there is no connection.</summary>
    public bool NeedsHandshake => _broker.IsSecure && !_conditions.IsOnline;

    /// <summary>Tells it which thread to wake.</summary>
    public void Attach(IWaker thread) => _thread = thread;

    public void Wake()
    {
        if (_thread != null)
        {
            _thread.Wake();
        }
    }

    public override long Step(long now)
    {
        if (!_conditions.IsOnline)
        {
            long next = now < _retryAt ? _retryAt : Connect(now);
            return _outbox.Tend(now) && next > now + TendMs ? now + TendMs : next;
        }

        if (!_connection.IsAlive)
        {
            return GoOffline(UplinkCause.Lost, "", now);
        }

        if (_underWay == Delivery.Nothing)
        {
            return SendNext(now);
        }

        if (_connection.IsAcknowledged(_messageId))
        {
            RoundTripMs = (int)(now - _sentAt);
            Acknowledged++;
            Complete();
            return SendNext(now);
        }

        if (_connection.IsRejected(_messageId) || now - _sentAt > AcknowledgeMs)
        {
            return GoOffline(UplinkCause.NoAcknowledgement, "", now);
        }

        return _sentAt + AcknowledgeMs + 1;
    }

    private long Connect(long now)
    {
        UplinkCause wait = !_network.IsReady ? UplinkCause.NoNetwork
            : _broker.IsSecure && TimeOfDay.UnixSeconds == 0 ? UplinkCause.ClockNotSet
            : UplinkCause.None;
        if (wait != _wait)
        {
            _wait = wait;
            _conditions.Set(Subsystem.Uplink, Severity.Ok);
            Log.Line(Name, wait == UplinkCause.None ? "goes on" : UplinkCauseMeaning.Text(wait) + "; waiting");
        }

        if (wait != UplinkCause.None)
        {
            return now + NetworkMs;
        }

        JsonWriter will = new JsonWriter(new byte[64]);
        StatusPayload.WriteWill(will, _boot.Session);
        UplinkCause cause = _connection.Open(_broker, _topics.Status, Encoding.UTF8.GetString(will.ToArray(), 0, will.Length));
        if (cause != UplinkCause.None)
        {
            return GoOffline(cause, _connection.Detail, Uptime.Milliseconds);
        }

        Log.Line(Name, "connected to " + _broker.Host);
        _backoff.Reset();
        _isBirthDue = true;
        _isMetaDue = true;
        _underWay = Delivery.Nothing;
        _outbox.GoOnline();

        // Before the birth: who sees the device online may command it.
        Subscribe(Uptime.Milliseconds);

        // Not before: who sees the new number posts what has to go out live.
        Connects++;
        _conditions.IsOnline = true;
        _conditions.Set(Subsystem.Uplink, Severity.Ok);
        return SendNext(Uptime.Milliseconds);
    }

    private long GoOffline(UplinkCause cause, string detail, long now)
    {
        _connection.Close();

        // Once can be a broker that was just starting, or a link that was lost in the wrong moment.
        _conditions.Set(Subsystem.Uplink, cause == _ended ? UplinkCauseMeaning.Severity(cause) : Severity.Ok);
        _ended = cause;
        _conditions.IsOnline = false;
        _outbox.GoOffline();
        _shipment.Clear();
        _underWay = Delivery.Nothing;
        int wait = _backoff.Next();
        _retryAt = now + wait;
        Log.Line(
            Name,
            UplinkCauseMeaning.Text(cause) + (detail.Length > 0 ? ", " + detail : "") + "; next attempt in " + wait.ToString() + " ms");
        return _retryAt;
    }

    private void Complete()
    {
        if (_underWay == Delivery.Shipment)
        {
            _outbox.Acknowledge(_shipment);
        }
        else if (_underWay == Delivery.Birth)
        {
            _isBirthDue = false;
        }
        else if (_underWay == Delivery.Result)
        {
            _result = null;
        }
        else
        {
            _isMetaDue = false;
        }

        _underWay = Delivery.Nothing;
    }

    private long SendNext(long now)
    {
        // A birth told before the clock was set is told again with its time.
        if (_isBirthDue || (!_isBirthTimed && TimeOfDay.UnixSeconds > 0))
        {
            _isBirthDue = true;
            _isBirthTimed = TimeOfDay.UnixSeconds > 0;
            JsonWriter json = new JsonWriter(new byte[160]);
            StatusPayload.WriteBirth(json, _boot.Session, TimeOfDay.Now(), _boot.Reason);
            return Send(Delivery.Birth, _topics.Status, json.ToArray(), true, now);
        }

        _result = _result ?? _commands.Results.Take();
        if (_result != null)
        {
            return Send(Delivery.Result, _topics.Result, _result, false, now);
        }

        if (_isMetaDue)
        {
            return SendMeta(now);
        }

        if (_outbox.Next(_shipment))
        {
            return Send(Delivery.Shipment, _shipment.Topic(_topics), _shipment.Payload(), _shipment.IsRetained, now);
        }

        if (_meta.HasNews(now))
        {
            return SendMeta(now);
        }

        if (_outbox.Tend(now))
        {
            return now + TendMs;
        }

        if (!_connection.IsSubscribed && now - _subscribedAt > SubscribeMs)
        {
            Subscribe(now);
        }

        return now + IdleMs;
    }

    private void Subscribe(long now)
    {
        _subscribedAt = now;
        _connection.Subscribe(_topics.CommandFilter);
    }

    private long SendMeta(long now)
    {
        _isMetaDue = true;
        return Send(Delivery.Meta, _topics.Meta, _meta.Write(TimeOfDay.Now()), true, now);
    }

    private long Send(Delivery delivery, string topic, byte[] payload, bool retain, long now)
    {
        _messageId = _connection.Publish(topic, payload, retain);
        if (_messageId == BrokerConnection.Full)
        {
            return now + FullMs;
        }

        _underWay = delivery;
        _sentAt = now;
        return now + AcknowledgeMs + 1;
    }
}
