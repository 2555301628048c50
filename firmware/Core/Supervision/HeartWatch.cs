namespace Appliance.Core.Supervision;

/// <summary>
/// What to do about workers that are silent or only fail: a new thread, twice in an hour at most, then a restart of the device, if
/// <see cref="RestartPolicy"/> lets it. If not, the threads have their turn again as the hour goes by.
/// </summary>
public sealed class HeartWatch
{
    /// <summary>So many steps in a row that ended by an exception are no accident.</summary>
    public const int MostFailures = 20;

    private const long HourMs = 3_600_000;

    // Of each worker the last two new threads, the older first.
    private readonly long[] _restarts;
    private readonly bool[] _isGivenUp;

    public HeartWatch(int workers)
    {
        _isGivenUp = new bool[workers];
        _restarts = new long[2 * workers];
        for (int i = 0; i < _restarts.Length; i++)
        {
            _restarts[i] = -HourMs;
        }
    }

    /// <summary>
    /// All workers are alive, or are being helped: an external watchdog may be fed. It has to wait for the helping, or it would always come
    /// first.
    /// </summary>
    public bool MayFeed
    {
        get
        {
            for (int i = 0; i < _isGivenUp.Length; i++)
            {
                if (_isGivenUp[i])
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Looks at one worker. A new thread begins with a heart that has just beaten, and without failures.</summary>
    /// <param name="worker">Number from 0.</param>
    /// <param name="isStuck">It is silent for longer than it may.</param>
    /// <param name="failures">Steps in a row that ended by an exception.</param>
    /// <param name="now">Uptime in milliseconds.</param>
    public Remedy Look(int worker, bool isStuck, int failures, long now)
    {
        _isGivenUp[worker] = false;
        if (!isStuck && failures < MostFailures)
        {
            return Remedy.Nothing;
        }

        int older = 2 * worker;
        if (now - _restarts[older] < HourMs)
        {
            _isGivenUp[worker] = isStuck;
            return Remedy.RestartDevice;
        }

        _restarts[older] = _restarts[older + 1];
        _restarts[older + 1] = now;
        return Remedy.RestartWorker;
    }
}
