using System.Text;
using System.Threading.Channels;
using Ixp.Enroll;
using Mosquitto;
using NanoGate;

namespace SystemTests;

/// <summary>The access list that <c>ixp enroll</c> writes and the README shows, on a mosquitto.</summary>
public sealed class BrokerAclTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Names = ["demo-rack1", "demo-rack2", "noc"];

    [Fact]
    public async Task OnlyTheNocCommandsAndADeviceTellsOnlyOfItself()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await Broker.StartNew(
            new BrokerOptions { Users = Names.ToDictionary(n => n, n => "secret of " + n), Acl = BrokerAcl.Text }, cancellation);
        using var device = await Client(broker, "demo-rack1");
        using var other = await Client(broker, "demo-rack2");
        using var noc = await Client(broker, "noc");
        var toDevice = await Subscribe(device, "ixp/v1/demo/demo-rack1/cmd/+");
        var toNoc = await Subscribe(noc, "ixp/v1/#");

        // The broker acknowledges what it does not pass on as well, so what must not arrive would be there before what may.
        await Say(other, "ixp/v1/demo/demo-rack1/cmd/scan", "forged");
        await Say(other, "ixp/v1/demo/demo-rack1/climate", "forged");
        await Say(device, "ixp/v1/demo/demo-rack1/cmd/scan", "to itself");
        foreach (string path in new[] { "status", "climate", "result", "probe/switch1", "alarm/inlet", "backlog/climate" })
        {
            await Say(device, "ixp/v1/demo/demo-rack1/" + path, path);
            Assert.Equal(path, await toNoc.ReadAsync(cancellation));
        }

        await Say(noc, "ixp/v1/demo/demo-rack1/cmd/scan", "asked for");
        Assert.Equal("asked for", await toDevice.ReadAsync(cancellation));
    }

    [Fact]
    public void TheReadmeShowsIt()
    {
        string readme = File.ReadAllText(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "README.md"));
        Assert.Contains($"```\n{BrokerAcl.Text}```\n", readme, StringComparison.Ordinal);
    }

    private static async Task<MosquittoClient> Client(Broker broker, string name)
    {
        var client = new MosquittoClient(name);
        client.Credentials(name, "secret of " + name);
        Assert.Equal(0, await client.ConnectAsync(broker.Host, broker.Port, Patience, TestContext.Current.CancellationToken));
        return client;
    }

    private static async Task<ChannelReader<string>> Subscribe(MosquittoClient client, string filter)
    {
        var texts = Channel.CreateUnbounded<string>();
        var subscribed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Message += m => texts.Writer.TryWrite(Encoding.UTF8.GetString(m.Payload));
        client.Subscribed += (_, _) => subscribed.TrySetResult();
        client.Subscribe(filter, qos: 1);
        await subscribed.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return texts.Reader;
    }

    /// <summary>Publishes, and waits until the broker has it.</summary>
    private static async Task Say(MosquittoClient client, string topic, string text)
    {
        var published = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnPublished(int id) => published.TrySetResult();
        client.Published += OnPublished;
        client.Publish(topic, Encoding.UTF8.GetBytes(text), qos: 1, retain: false);
        await published.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        client.Published -= OnPublished;
    }
}
