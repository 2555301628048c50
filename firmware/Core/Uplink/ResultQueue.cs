namespace Appliance.Core.Uplink;

/// <summary>
/// Answers to commands on their way out. They are no reports: not numbered, not kept over a restart, and when too many wait, the
/// oldest is let go. Any thread may call.
/// </summary>
public sealed class ResultQueue
{
    public const int Capacity = 8;

    private readonly byte[][] _payloads = new byte[Capacity][];
    private readonly object _gate = new object();
    private int _first;
    private int _count;

    public void Post(byte[] payload)
    {
        lock (_gate)
        {
            _payloads[(_first + _count) % Capacity] = payload;
            if (_count == Capacity)
            {
                _first = (_first + 1) % Capacity;
            }
            else
            {
                _count++;
            }
        }
    }

    /// <returns>The oldest, which is no longer in the queue; null if it is empty.</returns>
    public byte[] Take()
    {
        lock (_gate)
        {
            if (_count == 0)
            {
                return null;
            }

            byte[] payload = _payloads[_first];
            _payloads[_first] = null;
            _first = (_first + 1) % Capacity;
            _count--;
            return payload;
        }
    }
}
