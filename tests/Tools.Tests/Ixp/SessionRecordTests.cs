using Ixp.Telemetry;
using Xunit;

namespace Tools.Tests.Ixp;

public class SessionRecordTests
{
    [Theory]
    [InlineData(new long[0], 0, 0, 0)]
    [InlineData(new long[] { 1, 2, 3 }, 3, 0, 0)]
    [InlineData(new long[] { 3 }, 3, 2, 0)]
    [InlineData(new long[] { 4, 1, 2 }, 4, 1, 0)]
    [InlineData(new long[] { 1, 2, 2, 1 }, 2, 0, 2)]
    public void Gaps_and_repetitions_are_counted_in_any_order(long[] arrivals, long last, long missing, int duplicates)
    {
        var record = new SessionRecord();
        foreach (long sequence in arrivals)
            record.Take(sequence);

        Assert.Equal((last, missing, duplicates), (record.Last, record.Missing, record.Duplicates));
    }
}
