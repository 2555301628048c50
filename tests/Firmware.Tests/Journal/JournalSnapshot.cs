namespace Appliance.Tests.Journal;

/// <summary>What a power cut leaves: the flash, and what the journal had done and told until then.</summary>
internal sealed class JournalSnapshot
{
    public MemoryStore Store;

    /// <summary>Reports that had been written before.</summary>
    public int Durable;

    /// <summary>Records that had come out before.</summary>
    public int Received;

    /// <summary>Reports that were counted as thinned or lost.</summary>
    public int Counted;

    /// <summary>The cut fell into the rewriting of a segment.</summary>
    public bool IsRewriting;
}
