using Ixp.Running;
using Mosquitto;
using SystemTests.Support;
using VirtualBoard.Running;

namespace SystemTests;

/// <summary>Several appliances in one process, as at an exchange with several racks.</summary>
public sealed class SideBySideTests
{
    [Fact]
    public async Task ThreeRacksPublishEachItsOwn()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await Broker.StartNew(cancellation: cancellation);
        using var time = TimeBase.Real();
        string[] devices = ["rack-a", "rack-b", "rack-c"];
        var inboxes = new List<Inbox>();
        var sites = new List<VirtualSite>();
        try
        {
            foreach (string device in devices)
            {
                var inbox = new Inbox("demo", device);
                inboxes.Add(inbox);
                await inbox.Watch.Start(broker.Host, broker.Port, cancellation);
                var site = new VirtualSite(TestSite.At(broker.Host, broker.Port, device), TestSite.Board, time, seed: sites.Count + 1);
                sites.Add(site);
                site.Boot();
            }

            foreach (var inbox in inboxes)
            {
                await inbox.Next("climate", p => p["inlet_c"] is not null);
                await inbox.Next("probe/router1");
                await inbox.Complete();
            }
        }
        finally
        {
            sites.ForEach(s => s.Dispose());
            inboxes.ForEach(i => i.Dispose());
        }
    }
}
