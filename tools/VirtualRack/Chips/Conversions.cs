using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>The conversions of a chip that measures on its own, one after the other, worked out when somebody looks.</summary>
internal sealed class Conversions(TimeBase time)
{
    private long _startedAt;
    private long _counted;

    /// <summary>The first begins now.</summary>
    public void Restart()
    {
        _startedAt = time.NowMicros;
        _counted = 0;
    }

    /// <param name="cycleMicros">What one takes; 0 while the chip sleeps.</param>
    /// <param name="isContinuous">False if it measures once.</param>
    /// <returns>How many have ended since this was asked last.</returns>
    public long Ended(long cycleMicros, bool isContinuous)
    {
        if (cycleMicros == 0)
            return 0;

        long ended = (time.NowMicros - _startedAt) / cycleMicros;
        if (!isContinuous)
            ended = Math.Min(ended, 1);
        long news = Math.Max(0, ended - _counted);
        _counted = ended;
        return news;
    }
}
