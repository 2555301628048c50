using System.Text;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace VirtualBoard.Mqtt;

/// <summary>
/// The library's queue of packets that wait to be sent, acknowledged or handed to the application, with its ways: an
/// acknowledgement is looked at only at the head of its own queue, once a pass; what is not acknowledged is sent again after
/// 1 s, three times in all; what was acknowledged just before such a repetition vanishes without a notice.
/// </summary>
internal sealed class InflightQueue(
    MqttSettings settings, Action<Delivery> received, Action<ushort, bool> published, Action<Acknowledgement> granted)
{
    private readonly Queue<Delivery> _deliveries = new();
    private readonly Queue<Acknowledgement> _acknowledgements = new();
    private readonly HashSet<ushort> _unanswered = [];
    private readonly Dictionary<int, Delivery> _sent = [];
    private Dictionary<ushort, Delivery>? _session;
    private Delivery? _current;

    internal int Count => _deliveries.Count;

    /// <summary>An id that is still unanswered may be sent again. Stays so, as in the library, when the queue was full.</summary>
    internal void AwaitAnswer(ushort id) => _unanswered.Add(id);

    /// <returns>False when the queue is full.</returns>
    internal bool Enqueue(Delivery delivery)
    {
        if (_deliveries.Count >= settings.InflightQueueSize)
            return false;

        _deliveries.Enqueue(delivery);
        if (delivery.IsPublish && delivery.Qos != MqttQoSLevel.AtMostOnce)
            _session?.TryAdd(delivery.Id, delivery);
        return true;
    }

    /// <summary>libmosquitto has the answer to something that was sent.</summary>
    internal void Acknowledge(Notice notice)
    {
        if (!_sent.Remove(notice.Value, out var delivery))
            return;

        if (!delivery.IsPublish)
        {
            int topic = delivery.Mids.IndexOf(notice.Value);
            if (topic < 0)
                return;
            if (delivery.Kind == DeliveryKind.Subscribe)
                delivery.Granted[topic] = (MqttQoSLevel)notice.Granted;
            if (--delivery.Unanswered > 0)
                return;
        }

        _unanswered.Remove(delivery.Id);
        _acknowledgements.Enqueue(new Acknowledgement(delivery.Kind, delivery.Id, delivery.Granted));
    }

    /// <summary>Looks at everything that is queued, once.</summary>
    /// <param name="connection">Where to send.</param>
    /// <param name="now">Uptime in ms.</param>
    /// <param name="isRunning">False ends the pass.</param>
    /// <returns>Milliseconds until the next pass is due; -1 if only an event makes it so.</returns>
    internal long Pass(BrokerConnection connection, long now, Func<bool> isRunning)
    {
        long wait = long.MaxValue;
        Acknowledgement? seen = null;
        bool matched = false;
        for (int count = _deliveries.Count; count > 0 && isRunning() && _deliveries.TryDequeue(out var delivery); count--)
        {
            _current = delivery;
            seen = null;
            if (delivery.Kind == DeliveryKind.Received)
            {
                received(delivery);
            }
            else if (!delivery.IsWaiting)
            {
                wait = Math.Min(wait, Send(connection, delivery, now));
            }
            else
            {
                _acknowledgements.TryPeek(out seen);
                if (seen is not null && seen.Kind == delivery.Kind && seen.Id == delivery.Id)
                {
                    matched = true;
                    Settle(_acknowledgements.Dequeue());
                }
                else
                {
                    wait = Math.Min(wait, Repeat(delivery, now));
                }
            }

            _current = null;
        }

        // An acknowledgement that fits nothing must not stand before the others.
        if (seen is not null && !matched)
            _acknowledgements.TryDequeue(out _);
        return wait == long.MaxValue ? -1 : wait;
    }

    /// <summary>Puts back what could not be sent.</summary>
    internal void Requeue()
    {
        if (_current is not null)
            _deliveries.Enqueue(_current);
        _current = null;
    }

    internal void Clear()
    {
        _deliveries.Clear();
        _acknowledgements.Clear();
        _unanswered.Clear();
        _sent.Clear();
    }

    /// <summary>
    /// A lasting session puts back what was not acknowledged, but what had been sent once is not sent again: the list that
    /// allows it was cleared when the last connection closed.
    /// </summary>
    internal void Restore(bool cleanSession)
    {
        if (cleanSession)
        {
            _session?.Clear();
            return;
        }

        if (_session is null)
        {
            _session = [];
            return;
        }

        foreach (var delivery in _session.Values)
        {
            delivery.IsWaiting = false;
            _deliveries.Enqueue(delivery);
        }
    }

    private static void Check(Delivery delivery)
    {
        if (delivery.IsPublish)
        {
            string topic = delivery.Topics[0];
            if (topic.Contains('#') || topic.Contains('+'))
                throw new MqttClientException(MqttClientErrorCode.TopicWildcard);
            if (delivery.Qos > MqttQoSLevel.ExactlyOnce)
                throw new MqttClientException(MqttClientErrorCode.QosNotAllowed);
        }
        else if (delivery.Topics.Length == 0)
        {
            throw new MqttClientException(MqttClientErrorCode.TopicsEmpty);
        }
        else if (delivery.Kind == DeliveryKind.Subscribe && delivery.Levels.Length != delivery.Topics.Length)
        {
            throw new MqttClientException(
                delivery.Levels.Length == 0 ? MqttClientErrorCode.QosLevelsEmpty : MqttClientErrorCode.TopicsQosLevelsNotMatch);
        }

        foreach (string topic in delivery.Topics)
        {
            if (topic.Length is < 1 or > 65535 || Encoding.UTF8.GetByteCount(topic) > 65535)
                throw new MqttClientException(MqttClientErrorCode.TopicLength);
        }
    }

    private long Send(BrokerConnection connection, Delivery delivery, long now)
    {
        if (delivery.IsPublish && delivery.Qos == MqttQoSLevel.AtMostOnce)
        {
            Check(delivery);
            connection.Publish(delivery.Topics[0], delivery.Payload, 0, delivery.Retain);
            return long.MaxValue;
        }

        delivery.SentAt = now;
        delivery.Attempts++;
        if (delivery.IsPublish && delivery.Attempts > 1 && !_unanswered.Contains(delivery.Id))
            return settings.DelayOnRetry;

        Check(delivery);
        delivery.IsWaiting = true;
        Hand(connection, delivery);
        _deliveries.Enqueue(delivery);
        return settings.DelayOnRetry;
    }

    private void Hand(BrokerConnection connection, Delivery delivery)
    {
        if (delivery.IsPublish)
        {
            // libmosquitto keeps the two-phase exchange of QoS 2 itself; a second publish would be a second message.
            if (delivery.Qos == MqttQoSLevel.ExactlyOnce && delivery.Mids.Count > 0)
                return;

            Sent(delivery, connection.Publish(delivery.Topics[0], delivery.Payload, (int)delivery.Qos, delivery.Retain));
            return;
        }

        delivery.Mids.Clear();
        delivery.Granted = new MqttQoSLevel[delivery.Kind == DeliveryKind.Subscribe ? delivery.Topics.Length : 0];
        delivery.Unanswered = delivery.Topics.Length;
        for (int i = 0; i < delivery.Topics.Length; i++)
        {
            Sent(delivery, delivery.Kind == DeliveryKind.Subscribe
                ? connection.Subscribe(delivery.Topics[i], (int)delivery.Levels[i])
                : connection.Unsubscribe(delivery.Topics[i]));
        }
    }

    private void Sent(Delivery delivery, int mid)
    {
        delivery.Mids.Add(mid);
        _sent[mid] = delivery;
    }

    private void Settle(Acknowledgement acknowledgement)
    {
        if (acknowledgement.Kind == DeliveryKind.Publish)
        {
            _session?.Remove(acknowledgement.Id);
            published(acknowledgement.Id, true);
        }
        else
        {
            granted(acknowledgement);
        }
    }

    private long Repeat(Delivery delivery, long now)
    {
        long age = now - delivery.SentAt;
        if (age < settings.DelayOnRetry)
        {
            _deliveries.Enqueue(delivery);
            return settings.DelayOnRetry - age;
        }

        if (delivery.Attempts < settings.AttemptsOnRetry)
        {
            delivery.IsWaiting = false;
            _deliveries.Enqueue(delivery);
            return 0;
        }

        foreach (int mid in delivery.Mids)
            _sent.Remove(mid);
        if (delivery.IsPublish)
        {
            _session?.Remove(delivery.Id);
            published(delivery.Id, false);
        }

        return long.MaxValue;
    }
}
