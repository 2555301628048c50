namespace Appliance.Core.Probing;

/// <summary>
/// The echo requests under way: which sequence number asked whom, and when. One slot a target, so nothing grows. The sequence
/// starts at a random number after each boot, so that a late answer to the former run matches nothing.
/// </summary>
public sealed class EchoTable
{
    private readonly int[] _sequence;
    private readonly long[] _sentMicros;
    private readonly uint[] _address;
    private int _next;

    public EchoTable(int slots, int firstSequence)
    {
        _sequence = new int[slots];
        _sentMicros = new long[slots];
        _address = new uint[slots];
        _next = firstSequence & 0xFFFF;
        for (int i = 0; i < slots; i++)
        {
            _sequence[i] = -1;
        }
    }

    /// <summary>Begins a check; one that is still open in that slot is forgotten.</summary>
    /// <returns>The sequence number to send.</returns>
    public int Begin(int slot, uint address, long nowMicros)
    {
        int sequence = _next;
        _next = (_next + 1) & 0xFFFF;
        _sequence[slot] = sequence;
        _address[slot] = address;
        _sentMicros[slot] = nowMicros;
        return sequence;
    }

    /// <summary>Takes an answer, be it a reply or an error.</summary>
    /// <param name="target">Whom the request was for, as <see cref="EchoPacket"/> reads it.</param>
    /// <param name="micros">The round trip.</param>
    /// <returns>The slot whose check it ends, or -1 for an answer that nobody waits for.</returns>
    public int Answer(int sequence, uint target, long nowMicros, out long micros)
    {
        for (int i = 0; i < _sequence.Length; i++)
        {
            // The sequence of a slot without a check is -1, which may be asked for as well.
            if (_sequence[i] == sequence && _address[i] == target && IsOpen(i))
            {
                _sequence[i] = -1;
                micros = nowMicros - _sentMicros[i];
                return i;
            }
        }

        micros = 0;
        return -1;
    }

    /// <summary>Nobody waits for the answer of a slot any more.</summary>
    public void Forget(int slot) => _sequence[slot] = -1;

    public bool IsOpen(int slot) => _sequence[slot] >= 0;

    /// <summary>Gives up on the check of a slot if it is older than the time limit.</summary>
    /// <returns>True if it did.</returns>
    public bool Expire(int slot, long nowMicros, int timeoutMs)
    {
        if (_sequence[slot] < 0 || nowMicros - _sentMicros[slot] < timeoutMs * 1000L)
        {
            return false;
        }

        _sequence[slot] = -1;
        return true;
    }
}
