using System.Collections.Concurrent;
using Ixp.Soak;
using SystemTests.Support;

namespace SystemTests.Faults;

/// <summary>A slice of what <c>ixp soak</c> does for months.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    [Fact]
    public async Task ThreeDaysOfOutagesAreAccountedFor()
    {
        var (site, board) = SoakSite.Read();
        using var account = new StringWriter();
        var soak = new SoakRun(site, board, seed: 1);
        var breaches = new ConcurrentQueue<string>();
        soak.Heard += message =>
        {
            if (ContractGuard.Breach(message) is { } breach)
                breaches.Enqueue(breach);
        };
        bool isExplained = await soak.Run(TimeSpan.FromDays(3), account, TestContext.Current.CancellationToken);
        output.WriteLine(account.ToString());
        Assert.Empty(breaches);
        Assert.True(isExplained, account.ToString());
    }
}
