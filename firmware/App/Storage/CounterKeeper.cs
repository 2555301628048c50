using Appliance.Core.Config;
using Appliance.Core.Counters;
using Appliance.Core.Scheduling;

namespace Appliance.App.Storage;

/// <summary>
/// Keeps the counters on flash: each quarter of an hour if one has moved, since each writing wears the flash and stops every
/// thread for a moment. A power cut costs what was counted since.
/// </summary>
public sealed class CounterKeeper : Worker
{
    private const int PeriodMs = 15 * 60_000;

    private readonly CounterBook _book = new CounterBook();
    private long _due = PeriodMs;

    /// <summary>Takes up what is on flash.</summary>
    public CounterKeeper()
        : base("counters")
    {
        try
        {
            _book.Restore(DurableFile.Read(Folder.Counters));
        }
        catch (ConfigException e)
        {
            Log.Line(Name, "counting anew: " + e.Message);
        }
    }

    public CounterBook Book => _book;

    public override long Step(long now)
    {
        if (now >= _due)
        {
            _due = now + PeriodMs;
            Save();
        }

        return _due;
    }

    /// <summary>Writes what has changed; also before a restart, from another thread.</summary>
    public void Save()
    {
        lock (_book)
        {
            if (_book.HasChanged)
            {
                DurableFile.Write(Folder.Counters, _book.ToFile());
                _book.MarkWritten();
            }
        }
    }
}
