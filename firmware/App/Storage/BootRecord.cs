using System;
using System.Text;
using Appliance.Core.Boot;

namespace Appliance.App.Storage;

/// <summary>
/// Which start this is, and why: the ledger on flash. The number of the session is counted up there before anything is published; a
/// second copy of it outlives a ledger that is damaged.
/// </summary>
public sealed class BootRecord
{
    private BootRecord(BootLedger ledger)
    {
        Ledger = ledger;
        Rung = ledger.Rung;
    }

    /// <summary>Written by one thread: that of the start, then that of the supervisor.</summary>
    public BootLedger Ledger { get; }

    /// <summary>Counts the starts; part of the identity of each report.</summary>
    public int Session => Ledger.Session;

    /// <summary><c>power</c>, or the reason that the firmware left before it restarted itself.</summary>
    public string Reason => Ledger.Boot;

    /// <summary>What this start brings up in fact, which may be less than the ledger had in mind.</summary>
    public BootRung Rung { get; set; }

    /// <summary>The ledger is on flash as it is here.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Reads the record and counts this start. A flash that takes no writes costs the counting and nothing else.</summary>
    public static BootRecord Begin()
    {
        BootRecord record = new BootRecord(BootLedger.Begin(Read(Folder.Boot), Number(Read(Folder.Session))));
        record.TryWrite();
        TryWrite(Folder.Session, Encoding.UTF8.GetBytes(record.Session.ToString()));
        return record;
    }

    /// <returns>False if the ledger could not be written.</returns>
    public bool TryWrite()
    {
        IsKept = TryWrite(Folder.Boot, Ledger.ToFile());
        return IsKept;
    }

    private static bool TryWrite(string path, byte[] content)
    {
        try
        {
            DurableFile.Write(path, content);
            return true;
        }
        catch (Exception e)
        {
            Log.Line("boot", path + ": " + e.Message);
            return false;
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            return DurableFile.Read(path);
        }
        catch (Exception e)
        {
            Log.Line("boot", path + ": " + e.Message);
            return null;
        }
    }

    private static int Number(byte[] text) =>
        text != null && text.Length > 0 && int.TryParse(Encoding.UTF8.GetString(text, 0, text.Length), out int number) && number < int.MaxValue
            ? number
            : 0;
}
