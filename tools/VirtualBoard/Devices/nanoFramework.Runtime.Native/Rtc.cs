using VirtualBoard;

namespace nanoFramework.Runtime.Native;

public static class Rtc
{
    /// <summary>Sets the clock; sleeps and timers run on.</summary>
    /// <param name="time">UTC.</param>
    public static bool SetSystemTime(DateTime time)
    {
        Board.Current.Clock.UtcNow = time;
        return true;
    }
}
