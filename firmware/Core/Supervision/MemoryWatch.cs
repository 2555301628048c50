namespace Appliance.Core.Supervision;

/// <summary>
/// Watches how much of one kind of memory is left: the free managed bytes, or the largest native block. A restart mends what the
/// session has used up or broken to pieces, so it is asked for only if there was enough before.
/// </summary>
public sealed class MemoryWatch
{
    /// <summary>
    /// The largest native block that a TLS handshake takes, in bytes, with some room: 16 KiB of a record that comes in. What goes out takes less,
    /// and a block of its own.
    /// </summary>
    public const int TlsBytes = 18 * 1024;

    /// <summary>Milliseconds of want until a restart is asked for. A handshake, or a heap before its collection, is a shorter dip.</summary>
    public const int PatienceMs = 300_000;

    private readonly int _needed;
    private bool _wasEnough;
    private long _since = -1;

    /// <param name="needed">Bytes; 0 never asks.</param>
    public MemoryWatch(int needed)
    {
        _needed = needed;
    }

    /// <summary>The least that was ever left, in bytes.</summary>
    public int Lowest { get; private set; } = int.MaxValue;

    /// <summary>So much is left, and nothing is needed now: while a TLS session is open, the native block says nothing of the next handshake.</summary>
    /// <param name="free">Bytes.</param>
    public void Note(int free)
    {
        Lowest = free < Lowest ? free : Lowest;
        _wasEnough |= free >= _needed;
        _since = -1;
    }

    /// <param name="free">Bytes.</param>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>True if a restart for <see cref="RestartReason.Memory"/> is in place.</returns>
    public bool Look(int free, long now)
    {
        Lowest = free < Lowest ? free : Lowest;
        if (free >= _needed)
        {
            _wasEnough = true;
            _since = -1;
            return false;
        }

        _since = _since < 0 ? now : _since;
        return _wasEnough && now - _since >= PatienceMs;
    }
}
