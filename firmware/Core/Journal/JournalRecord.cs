namespace Appliance.Core.Journal;

/// <summary>A report as the journal gives it back. One is made and used again and again.</summary>
public sealed class JournalRecord
{
    /// <summary>Longest raw report in bytes.</summary>
    public const int MostRaw = 1500;

    /// <summary>What the channel's id refers to: that of the configuration in which the report was made.</summary>
    public ReportLayout Layout { get; set; }

    /// <summary>Id of the channel within the layout.</summary>
    public int Channel { get; set; }

    /// <summary>Which start it was made in.</summary>
    public int Session { get; set; }

    /// <summary>Its place in the sequence of its session.</summary>
    public int Sequence { get; set; }

    /// <summary>Seconds, since 1970 or since the start.</summary>
    public long Time { get; set; }

    /// <summary>The time is that of the day.</summary>
    public bool IsUnix { get; set; }

    /// <summary>It is the bytes of <see cref="Raw"/>, not numbers.</summary>
    public bool IsRaw { get; set; }

    /// <summary>Fixed-point numbers, one for each key of the channel, if they are present.</summary>
    public long[] Values { get; set; }

    public bool[] Presence { get; set; }

    public byte[] Raw { get; set; }

    /// <summary>Length of the raw report in bytes.</summary>
    public int RawLength { get; set; }

    /// <summary>Bytes that it takes at most.</summary>
    public int MostBytes => RecordCodec.MostOfRecord + (IsRaw ? RawLength : RecordCodec.MostOfField * Layout[Channel].Keys.Length);

    /// <summary>Makes room for any record.</summary>
    public void Allocate()
    {
        if (Values == null)
        {
            Values = new long[ReportLayout.MostFields];
            Presence = new bool[ReportLayout.MostFields];
            Raw = new byte[MostRaw];
        }
    }
}
