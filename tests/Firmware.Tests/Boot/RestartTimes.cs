using Appliance.Core.Supervision;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Boot;

/// <summary>Restarts by the clock on the wall, of which no more than some may fall into any one day.</summary>
internal sealed class RestartTimes
{
    private readonly long[] _at;
    private readonly int _mostADay;

    public RestartTimes(int most, int mostADay)
    {
        _at = new long[most];
        _mostADay = mostADay;
    }

    public int Count { get; private set; }

    public void Forget() => Count = 0;

    public void Add(long wall)
    {
        _at[Count++] = wall;
        if (Count > _mostADay)
        {
            Assert.IsTrue(wall - _at[Count - 1 - _mostADay] >= RestartPolicy.DayMs, "too many restarts in a day");
        }
    }
}
