using System.Collections;
using Appliance.Core.Config;
using Appliance.Core.Supervision;

namespace Appliance.Core.Boot;

/// <summary>
/// What one start tells the next: a line <c>boot session= failed= tries= restarts= starts= sequence= refused= reason=</c> in the configuration format.
/// The file has to be on flash before the number of the session is used, and before the device restarts itself.
/// </summary>
public sealed class BootLedger
{
    /// <summary>The start that nobody asked for: the mains came back, or the firmware crashed.</summary>
    public const string Power = "power";

    private const string Keyword = "boot";

    /// <summary>More starts than that without a day of work between them are too many.</summary>
    public const int MostStartsADay = 3;

    private const int MostFailed = int.MaxValue - 8;

    private string _reason = "";
    private int _tries;

    private BootLedger()
    {
    }

    /// <summary>Counts the starts; part of the identity of each report.</summary>
    public int Session { get; private set; }

    /// <summary>Why this start is: <see cref="Power"/>, or the reason that the firmware left by.</summary>
    public string Boot { get; private set; }

    public BootRung Rung { get; private set; }

    /// <summary>There was no file, or none that can be used: beside the session's number nothing is known of earlier starts.</summary>
    public bool IsLost { get; private set; }

    /// <summary>This start has worked for long enough.</summary>
    public bool IsGood { get; private set; }

    /// <summary>Starts in a row that have not become good; this one is among them until it has.</summary>
    public int Failed { get; private set; }

    /// <summary>Restarts by the firmware's own judgement without a day of work between them.</summary>
    public int Restarts { get; private set; }

    /// <summary>Starts for whatever reason but a wish, this one included, without a day of work between them.</summary>
    public int Starts { get; private set; }

    /// <summary>Number of the session's last report, as far as whoever makes the file knows it.</summary>
    public int Sequence { get; set; }

    /// <summary>Names the configuration that could not be used, so that no start tries it again; empty if there is none.</summary>
    public string Refused { get; set; } = "";

    /// <summary>What is known of the session before: it had at least so many reports, and no more if it ended by a reason.</summary>
    public int FormerSequence { get; private set; }

    /// <summary>Counts a start. The file is due.</summary>
    /// <param name="file">What <see cref="ToFile"/> made in an earlier start, in whatever state, or null.</param>
    /// <param name="formerSession">A number of a session that is known from elsewhere, for a file that is lost; 0 if none is.</param>
    public static BootLedger Begin(byte[] file, int formerSession)
    {
        BootLedger ledger = new BootLedger();
        ledger.IsLost = !ledger.Restore(file);
        ledger.Session = (ledger.Session > formerSession ? ledger.Session : formerSession) + 1;
        ledger.Boot = ledger._reason.Length == 0 ? Power : ledger._reason;
        ledger._reason = "";
        ledger.Starts += ledger.Starts < int.MaxValue - 1 && !RestartReason.IsAskedFor(ledger.Boot) ? 1 : 0;
        ledger.FormerSequence = ledger.Sequence;
        ledger.Sequence = 0;
        ledger.Rung = BootLadder.Rung(ledger.Failed);
        ledger.Failed++;
        return ledger;
    }

    /// <summary>The start has worked for <see cref="BootLadder.GoodMs"/>. The file is due.</summary>
    public void MarkGood()
    {
        if (!IsGood)
        {
            IsGood = true;
            Failed = 0;
            _tries = Rung == BootRung.Full ? 0 : _tries < BootLadder.MostTries ? _tries + 1 : _tries;
        }
    }

    /// <summary>On a lower rung: it is time to try the full one again, by a restart for <see cref="RestartReason.Retry"/>.</summary>
    /// <param name="now">Uptime in milliseconds.</param>
    public bool IsRetryDue(long now) => IsGood && Rung != BootRung.Full && now >= BootLadder.PatienceMs(_tries);

    /// <summary>A day of work gives all starts and restarts back.</summary>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>True if that changed something: the file is due.</returns>
    public bool Forget(long now)
    {
        bool isDue = now >= RestartPolicy.DayMs && (Restarts > 0 || Starts > 0);
        Restarts = isDue ? 0 : Restarts;
        Starts = isDue ? 0 : Starts;
        return isDue;
    }

    /// <summary>
    /// The device is about to restart itself. The file is due, and without it the restart must not be: the next start could neither
    /// tell why it is nor count it. Of several reasons the first counts. What people ask for is no failure, and starts in full.
    /// </summary>
    /// <param name="now">Uptime in milliseconds.</param>
    public void Leave(string reason, long now)
    {
        if (_reason.Length > 0)
        {
            return;
        }

        Forget(now);
        _reason = reason;
        if (RestartReason.IsAskedFor(reason))
        {
            Failed = 0;
        }
        else
        {
            Restarts++;
        }
    }

    /// <summary>The restart that was announced by <see cref="Leave"/> cannot be.</summary>
    public void Stay()
    {
        Restarts -= _reason.Length == 0 || RestartReason.IsAskedFor(_reason) ? 0 : 1;
        _reason = "";
    }

    /// <summary>
    /// This start cannot work, which is known and no fault of the mains: the next one is on the rung below. The file is due.
    /// </summary>
    public void Descend() => Failed = BootLadder.Below(Failed);

    public byte[] ToFile()
    {
        ConfigWriter writer = new ConfigWriter();
        writer.Line(Keyword);
        writer.Value("session", Session.ToString());
        writer.Value("failed", Failed.ToString());
        writer.Value("tries", _tries.ToString());
        writer.Value("restarts", Restarts.ToString());
        writer.Value("starts", Starts.ToString());
        writer.Value("sequence", Sequence.ToString());
        writer.Value("refused", Refused);
        writer.Value("reason", _reason);
        return writer.ToArray();
    }

    /// <returns>False if there is nothing to go by.</returns>
    private bool Restore(byte[] file)
    {
        if (file == null)
        {
            return false;
        }

        try
        {
            ArrayList entries = ConfigReader.Read(file);
            ConfigEntry entry = entries.Count == 1 ? (ConfigEntry)entries[0] : new ConfigEntry(Keyword, 0);
            Session = entry.Number("session", 0, int.MaxValue - 1);
            Failed = entry.Number("failed", 0, MostFailed, 0);
            _tries = entry.Number("tries", 0, BootLadder.MostTries, 0);
            Restarts = entry.Number("restarts", 0, int.MaxValue - 1, 0);
            Starts = entry.Number("starts", 0, int.MaxValue - 1, 0);
            Sequence = entry.Number("sequence", 0, int.MaxValue, 0);
            Refused = entry.Text("refused", "");
            _reason = entry.Text("reason", "");
            return true;
        }
        catch (ConfigException)
        {
            return false;
        }
    }
}
