namespace Ixp.Telemetry;

/// <summary>Which sequence numbers of one session have arrived.</summary>
public sealed class SessionRecord
{
    private readonly HashSet<long> _seen = [];

    /// <summary>The highest number that arrived; numbers begin at 1.</summary>
    public long Last { get; private set; }

    /// <summary>Arrivals of a number that was there already: QoS 1 may repeat.</summary>
    public int Duplicates { get; private set; }

    /// <summary>How many numbers up to the last one have not arrived.</summary>
    public long Missing => Last - _seen.Count;

    public void Take(long sequence)
    {
        if (_seen.Add(sequence))
            Last = Math.Max(Last, sequence);
        else
            Duplicates++;
    }
}
