using System.Text;

namespace Appliance.App.Storage;

/// <summary>Which start this is, and why. The number of the session is counted up in flash before anything is published.</summary>
public sealed class BootRecord
{
    /// <summary>Counts the starts; part of the identity of each report.</summary>
    public int Session { get; private set; }

    /// <summary><c>power</c>, or the reason that the firmware left before it restarted itself.</summary>
    public string Reason { get; private set; }

    /// <summary>Reads the record and counts this start.</summary>
    public static BootRecord Begin()
    {
        BootRecord record = new BootRecord();
        record.Session = Number(DurableFile.Read(Folder.Session)) + 1;
        DurableFile.Write(Folder.Session, Encoding.UTF8.GetBytes(record.Session.ToString()));

        byte[] reason = DurableFile.Read(Folder.RestartReason);
        record.Reason = reason == null || reason.Length == 0 ? "power" : Encoding.UTF8.GetString(reason, 0, reason.Length);
        DurableFile.Delete(Folder.RestartReason);
        return record;
    }

    private static int Number(byte[] text) =>
        text != null && text.Length > 0 && int.TryParse(Encoding.UTF8.GetString(text, 0, text.Length), out int number) ? number : 0;
}
