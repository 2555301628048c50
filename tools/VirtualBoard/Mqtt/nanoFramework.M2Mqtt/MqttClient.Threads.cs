using nanoFramework.M2Mqtt.Messages;
using VirtualBoard.Mqtt;
using VirtualBoard.Running;

namespace nanoFramework.M2Mqtt;

// The four threads of a connected client.
public partial class MqttClient
{
    private readonly Signal _answered = new(autoReset: true);
    private readonly Signal _eventQueued = new(autoReset: true);
    private readonly Signal _inflightChanged = new(autoReset: true);
    private readonly Signal _keepAliveStop = new(autoReset: true);
    private BoardThread? _receiveThread;
    private BoardThread? _inflightThread;
    private BoardThread? _keepAliveThread;
    private bool _isRunning;

    /// <summary>Uptime in ms, in the device's ticks.</summary>
    private long Now => _interpreter.UptimeMicros / Interpreter.TickMicros * Interpreter.TickMicros / 1000;

    private void StartReceiving(BrokerConnection connection) =>
        _receiveThread = _interpreter.Start("mqtt receive", () => Receive(connection));

    private void StartWorkers(BrokerConnection connection, int keepAliveMs)
    {
        _keepAliveThread = keepAliveMs == 0 ? null : _interpreter.Start("mqtt keep-alive", () => KeepAlive(connection, keepAliveMs));
        _interpreter.Start("mqtt dispatch", Dispatch);
        _inflightThread = _interpreter.Start("mqtt in-flight", () => ProcessInflight(connection));
        _interpreter.Set(_inflightChanged);
    }

    // The dispatch thread may be the one that reconnects, in its handler of ConnectionClosed; it ends by itself.
    private void StopWorkers()
    {
        _isRunning = false;
        _interpreter.Set(_inflightChanged);
        _interpreter.Set(_keepAliveStop);
        _connection?.Dispose();
        Join(_inflightThread);
        Join(_receiveThread);
        Join(_keepAliveThread);
        _interpreter.Reset(_keepAliveStop);
    }

    private void Join(BoardThread? worker)
    {
        if (worker is { IsAlive: true } && worker != BoardThread.Current)
            _interpreter.Wait([worker.Ended], 1000);
    }

    private void Receive(BrokerConnection connection)
    {
        while (connection.Next() is { } notice)
        {
            switch (notice.Kind)
            {
                case NoticeKind.Connected:
                    connection.Answered();
                    Open((MqttReasonCode)notice.Value);
                    break;
                case NoticeKind.Acknowledged:
                    _inflight.Acknowledge(notice);
                    _interpreter.Set(_inflightChanged);
                    break;
                case NoticeKind.Message:
                    Take(notice.Message!.Topic, notice.Message.Payload, notice.Message.Qos, notice.Message.Retain);
                    break;
                case NoticeKind.Disconnected:
                    if (_isRunning)
                        OnConnectionClosing();
                    _interpreter.Set(_answered);
                    break;
            }
        }
    }

    // A handler that throws keeps the answer from Connect, which then waits out its 30 s.
    private void Open(MqttReasonCode answer)
    {
        try
        {
            ConnectionOpened?.Invoke(this, new ConnectionOpenedEventArgs(new MqttMsgConnack { ReturnCode = answer }));
            _answer = answer;
            _interpreter.Set(_answered);
        }
        catch (Exception e) when (e is not PowerCutException)
        {
            // The library drops it here.
        }
    }

    private void Take(string topic, byte[] payload, int qos, bool retain)
    {
        _inflight.Enqueue(new Delivery(DeliveryKind.Received, id: 0)
        {
            Topics = [topic], Levels = [(MqttQoSLevel)qos], Payload = payload, Retain = retain,
        });
        _interpreter.Set(_inflightChanged);
    }

    private void KeepAlive(BrokerConnection connection, int periodMs)
    {
        long wait = periodMs;
        while (_isRunning)
        {
            _interpreter.Wait([_keepAliveStop], wait);
            if (!_isRunning)
                break;

            long silent = (_interpreter.UptimeMicros - connection.LastSent) / 1000;
            if (silent < periodMs)
            {
                wait = periodMs - silent;
                continue;
            }

            if (!connection.Ping(periodMs, _keepAliveStop))
                OnConnectionClosing();
            wait = periodMs;
        }
    }

    private void Dispatch()
    {
        while (_isRunning)
        {
            try
            {
                if (_events.Count == 0 && !_isConnectionClosing)
                    _interpreter.Wait([_eventQueued], -1);
                if (!_isRunning)
                    return;

                if (_events.TryDequeue(out var handlers))
                    handlers();
                if (_events.Count == 0 && _isConnectionClosing)
                {
                    Close();
                    ConnectionClosed?.Invoke(this, EventArgs.Empty);
                    return;
                }
            }
            catch (Exception e) when (e is not PowerCutException)
            {
                OnConnectionClosing();
            }
        }
    }

    private void ProcessInflight(BrokerConnection connection)
    {
        long wait = -1;
        while (_isRunning)
        {
            try
            {
                _interpreter.Wait([_inflightChanged], wait);
                if (!_isRunning)
                    return;

                wait = _inflight.Pass(connection, Now, () => _isRunning);
            }
            catch (Exception e) when (e is not PowerCutException)
            {
                _inflight.Requeue();
                wait = -1;
                OnConnectionClosing();
            }
        }
    }
}
