using Ixp.Soak;

namespace SystemTests.Faults;

/// <summary>A slice of what <c>ixp soak</c> does for months.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    [Fact]
    public async Task ThreeDaysOfOutagesAreAccountedFor()
    {
        var (site, board) = SoakSite.Read();
        using var account = new StringWriter();
        bool isExplained = await new SoakRun(site, board, seed: 1).Run(TimeSpan.FromDays(3), account, TestContext.Current.CancellationToken);
        output.WriteLine(account.ToString());
        Assert.True(isExplained, account.ToString());
    }
}
