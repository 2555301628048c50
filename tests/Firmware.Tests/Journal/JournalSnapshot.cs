namespace Appliance.Tests.Journal;

/// <summary>What a power cut leaves: the flash, and what the journal had done and told until then.</summary>
internal sealed class JournalSnapshot
{
    public MemoryStore Store;

    /// <summary>Reports that had been written before.</summary>
    public int Durable;

    /// <summary>Records that had come out before.</summary>
    public int Received;
}
