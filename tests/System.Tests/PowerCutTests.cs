using SystemTests.Support;

namespace SystemTests;

/// <summary>The mains fail: the board starts again as if nothing had been, with the next session.</summary>
public sealed class PowerCutTests
{
    [Fact]
    public async Task EachStartIsASessionOfItsOwn()
    {
        await using var running = await RunningSite.Start();
        for (int session = 1; session <= 3; session++)
        {
            int expected = session;
            var status = await running.Inbox.Next("status", p => (int)p["online"]! == 1 && (int)p["session"]! == expected);
            Assert.Equal("power", (string)status["boot"]!);
            await running.Inbox.Next("climate", p => (int)p["session"]! == expected);
            running.Site.Board.PowerCut();
            running.Site.Board.PowerOn();
        }

        Assert.Empty(running.Deaths);
    }
}
