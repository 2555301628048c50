using VirtualBoard;
using VirtualBoard.Running;

namespace Tools.Tests.Devices;

/// <summary>A board in virtual time, with nothing wired to it.</summary>
internal sealed class Bench : IDisposable
{
    public Bench(BoardProfile? profile = null) => Board = new Board(profile, Time);

    public TimeBase Time { get; } = TimeBase.Virtual();

    public Board Board { get; }

    public void RunFor(int milliseconds) => Time.RunFor(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Something of the world happens after so many milliseconds.</summary>
    public void After(int milliseconds, Action action) => Time.Schedule(Time.NowMicros + (milliseconds * 1000L), action);

    public void Dispose()
    {
        Board.Dispose();
        Time.Dispose();
    }
}
