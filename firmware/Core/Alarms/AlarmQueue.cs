using Appliance.Core.Conditions;

namespace Appliance.Core.Alarms;

/// <summary>
/// Which alarms have to be told, the worst first. An alarm that comes and goes is told that it is over only once it has calmed down:
/// each time it comes up adds five minutes to a debt that time pays off, and it flaps while the debt is more than fifteen.
/// </summary>
public sealed class AlarmQueue
{
    /// <summary>So many changes at once are a storm.</summary>
    public const int Storm = 12;

    private const long RaiseMs = 5 * 60_000;
    private const long FlapMs = 15 * 60_000;
    private const long MostMs = 30 * 60_000;

    private const byte Due = 1;
    private const byte Changed = 2;
    private const byte Told = 4;
    private const byte Raised = 8;
    private const byte Flapping = 16;

    private readonly AlarmSource[] _sources;
    private readonly byte[] _marks;
    private readonly byte[] _told;

    /// <summary>Uptime in milliseconds at which each has paid off its debt.</summary>
    private readonly long[] _calmAt;

    public AlarmQueue(AlarmSource[] sources)
    {
        _sources = sources;
        _marks = new byte[sources.Length];
        _told = new byte[sources.Length];
        _calmAt = new long[sources.Length];
    }

    /// <summary>Changes that are still to be told.</summary>
    public int Changes
    {
        get
        {
            int changes = 0;
            for (int i = 0; i < _marks.Length; i++)
            {
                changes += (_marks[i] & (Due | Changed)) == (Due | Changed) ? 1 : 0;
            }

            return changes;
        }
    }

    public bool IsDue(int index) => (_marks[index] & Due) != 0;

    public bool IsTold(int index) => (_marks[index] & Told) != 0;

    /// <summary>It has changed.</summary>
    /// <param name="now">Uptime in milliseconds.</param>
    /// <returns>True if it has begun to flap by that.</returns>
    public bool Note(int index, long now)
    {
        bool wasRaised = (_marks[index] & Raised) != 0;
        bool isRaised = _sources[index].IsRaised;
        _marks[index] = (byte)((_marks[index] & ~Raised) | Due | Changed | (isRaised ? Raised : 0));
        if (wasRaised || !isRaised)
        {
            return false;
        }

        long calmAt = (_calmAt[index] > now ? _calmAt[index] : now) + RaiseMs;
        _calmAt[index] = calmAt < now + MostMs ? calmAt : now + MostMs;
        bool hadFlapped = (_marks[index] & Flapping) != 0;
        bool flaps = Flaps(index, now);
        _marks[index] = (byte)(flaps ? _marks[index] | Flapping : _marks[index] & ~Flapping);
        return flaps && !hadFlapped;
    }

    /// <summary>It is to be told as it is, though it has not changed.</summary>
    public void Renew(int index) => _marks[index] |= Due;

    /// <returns>The worst of those that can be told now; -1 if there is none.</returns>
    /// <param name="now">Uptime in milliseconds.</param>
    public int Next(long now)
    {
        int next = -1;
        for (int i = 0; i < _sources.Length; i++)
        {
            bool isWorse = IsDue(i) && (next < 0 || _sources[i].Severity > _sources[next].Severity);
            if (isWorse && !IsHeld(i, now))
            {
                next = i;
            }
        }

        return next;
    }

    /// <summary>It was told as it is.</summary>
    public void MarkTold(int index)
    {
        _marks[index] = (byte)((_marks[index] & ~(Due | Changed)) | Told);
        _told[index] = (byte)_sources[index].Severity;
    }

    /// <summary>What flaps is told at once only if it is worse than was told.</summary>
    private bool IsHeld(int index, long now) =>
        (_marks[index] & Changed) != 0 && Flaps(index, now) && (int)_sources[index].Severity <= _told[index];

    private bool Flaps(int index, long now) => _calmAt[index] - now > FlapMs;
}
