namespace Appliance.Core.Journal;

/// <summary>What became of the reports since the start.</summary>
public sealed class JournalCounters
{
    /// <summary>Taken in.</summary>
    public int Journaled { get; internal set; }

    /// <summary>Given back, and acknowledged.</summary>
    public int Drained { get; internal set; }

    /// <summary>Numbers left out, each between two of its channel that stayed.</summary>
    public int Thinned { get; internal set; }

    /// <summary>Lost because there was no room, or the flash could not be written.</summary>
    public int LostFull { get; internal set; }

    /// <summary>Lost because what is on flash is damaged, as far as it can be told how many there were.</summary>
    public int LostCorrupt { get; internal set; }

    /// <summary>Lost because nobody knows any more what their numbers mean.</summary>
    public int LostUnknown { get; internal set; }

    /// <summary>All that was lost; what was thinned out is not.</summary>
    public int Lost => LostFull + LostCorrupt + LostUnknown;
}
