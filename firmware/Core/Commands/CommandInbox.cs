using System;
using Appliance.Core.Json;

namespace Appliance.Core.Commands;

/// <summary>
/// Messages on <c>cmd/+</c> between the thread that receives them, which must neither wait nor fail, and the one that carries
/// them out. Any thread may call.
/// </summary>
public sealed class CommandInbox
{
    public const int Capacity = 8;

    private readonly string[] _verbs = new string[Capacity];
    private readonly byte[][] _payloads = new byte[Capacity][];
    private readonly bool[] _areRetained = new bool[Capacity];
    private readonly object _gate = new object();
    private int _first;
    private int _count;
    private int _dropped;

    /// <summary>
    /// Puts a message in; it is dropped, and counted, if there are too many. Of one that is too long, only so much is kept that it
    /// is refused for that.
    /// </summary>
    public void Put(string verb, byte[] payload, bool isRetained)
    {
        lock (_gate)
        {
            if (_count == Capacity)
            {
                _dropped++;
                return;
            }

            int at = (_first + _count) % Capacity;
            _verbs[at] = verb;
            _payloads[at] = Bounded(payload);
            _areRetained[at] = isRetained;
            _count++;
        }
    }

    /// <returns>The oldest, or null if there is none.</returns>
    public Command Take()
    {
        string verb;
        byte[] payload;
        bool isRetained;
        lock (_gate)
        {
            if (_count == 0)
            {
                return null;
            }

            verb = _verbs[_first];
            payload = _payloads[_first];
            isRetained = _areRetained[_first];
            _payloads[_first] = null;
            _first = (_first + 1) % Capacity;
            _count--;
        }

        return new Command(verb, payload, isRetained);
    }

    /// <returns>How many were dropped since this was asked last.</returns>
    public int TakeDropped()
    {
        lock (_gate)
        {
            int dropped = _dropped;
            _dropped = 0;
            return dropped;
        }
    }

    private static byte[] Bounded(byte[] payload)
    {
        if (payload.Length <= FlatJson.MostBytes)
        {
            return payload;
        }

        byte[] head = new byte[FlatJson.MostBytes + 1];
        Array.Copy(payload, head, head.Length);
        return head;
    }
}
