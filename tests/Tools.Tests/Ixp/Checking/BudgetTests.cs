using Ixp.Benchmarks;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Sites.Budgets;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Checking;

/// <summary>What a site needs of its board, by estimate.</summary>
public class BudgetTests
{
    /// <summary>The estimate follows the firmware: it is held against its composed objects.</summary>
    [Theory]
    [InlineData("demo-rack.json")]
    [InlineData("full-rack.json")]
    public void Heap_is_estimated_near_what_the_firmware_keeps(string example)
    {
        var site = SiteFile.Read(Path.Combine(SiteFolder.Boards, "examples", example));
        var (kept, _) = LiveData.Measure(site, BoardFile.Read(SiteFolder.Boards, site.Board));

        Assert.InRange(HeapBudget.Estimate(site), (int)(0.9 * kept), (int)(1.25 * kept));
    }

    [Fact]
    public void Site_that_keeps_more_than_the_heap_has_room_for()
    {
        var site = GoodSite with { Targets = [.. GoodSite.Targets, .. Enumerable.Range(1, 40).Select(n => new TargetEntry("icmp", "t" + n, "10.0.0.1", 0, 10, 500))] };

        var finding = Assert.Single(SiteCheck.Of(site, GoodBoard));
        Assert.Equal($"this site keeps about {HeapBudget.Estimate(site) / 1024} KiB of managed heap, and olimex-esp32-poe-iso has room for 96", finding.Reason);
        Assert.Empty(SiteCheck.Of(site, WithHeap(4_000_000)));
        Assert.Empty(SiteCheck.Of(site, WithHeap(0)));
    }

    [Fact]
    public void Sockets_of_an_image_with_few()
    {
        Assert.Equal((6, 10), SocketBudget.Estimate(GoodSite));
        Assert.Equal(
            ["targets: this site has up to 10 sockets open, and ESP32_OLIMEX has 8; leave out a kind of targets."],
            SiteCheck.Of(GoodSite, GoodBoard with { Abilities = GoodBoard.Abilities with { Sockets = 8 } }).Select(f => f.ToString()));
        Assert.Equal(
            ["targets: this site has up to 6 TCP connections open, and ESP32_OLIMEX allows 5; leave out targets that are asked by TCP."],
            SiteCheck.Of(GoodSite, GoodBoard with { Abilities = GoodBoard.Abilities with { TcpSockets = 5 } }).Select(f => f.ToString()));
    }

    private static global::Ixp.Sites.Board WithHeap(int bytes) => GoodBoard with { Memory = GoodBoard.Memory with { ManagedHeap = bytes } };
}
