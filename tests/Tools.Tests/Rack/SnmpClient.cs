using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Tools.Tests.Rack;

/// <summary>Asks agents; knows nothing of how they encode.</summary>
internal sealed class SnmpClient(IPEndPoint agent, string community = "public") : IDisposable
{
    public const int Get = 0;
    public const int GetNext = 1;
    public const int Set = 3;
    public const int GetBulk = 5;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private int _id = 0x1234;

    public void Dispose() => _socket.Dispose();

    /// <param name="first">non-repeaters of a GetBulk.</param>
    /// <param name="second">max-repetitions of a GetBulk.</param>
    public byte[] Request(int kind, string[] names, int first = 0, int second = 0, int version = 1)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        writer.PushSequence();
        writer.WriteInteger(version);
        writer.WriteOctetString(Encoding.ASCII.GetBytes(community));
        var pdu = new Asn1Tag(TagClass.ContextSpecific, kind, isConstructed: true);
        writer.PushSequence(pdu);
        writer.WriteInteger(_id);
        writer.WriteInteger(first);
        writer.WriteInteger(second);
        writer.PushSequence();
        foreach (string name in names)
        {
            writer.PushSequence();
            writer.WriteObjectIdentifier(name);
            writer.WriteNull();
            writer.PopSequence();
        }

        writer.PopSequence();
        writer.PopSequence(pdu);
        writer.PopSequence();
        return writer.Encode();
    }

    public SnmpAnswer Read(ReadOnlyMemory<byte> datagram)
    {
        var whole = new AsnReader(datagram, AsnEncodingRules.DER);
        var message = whole.ReadSequence();
        Assert.False(whole.HasData);
        Assert.Equal(1, (int)message.ReadInteger());
        Assert.Equal(community, Encoding.ASCII.GetString(message.ReadOctetString()));
        var pdu = message.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 2, isConstructed: true));
        Assert.Equal(_id, (int)pdu.ReadInteger());
        int status = (int)pdu.ReadInteger();
        int index = (int)pdu.ReadInteger();
        var list = pdu.ReadSequence();
        var bindings = new List<(string, object)>();
        while (list.HasData)
        {
            var binding = list.ReadSequence();
            bindings.Add((binding.ReadObjectIdentifier(), Value(binding)));
        }

        return new SnmpAnswer(status, index, bindings);
    }

    /// <summary>Asks once: nothing is lost on the loopback interface but by intent.</summary>
    public async Task<SnmpAnswer> Ask(int kind, params string[] names)
    {
        _id++;
        await _socket.SendToAsync(Request(kind, names), agent);
        return Read(await Hear() ?? throw new TimeoutException("The agent is silent."));
    }

    /// <summary>The value of one variable.</summary>
    public async Task<object> Value(string name)
    {
        var (found, value) = Assert.Single((await Ask(Get, name)).Bindings);
        Assert.Equal(name, found);
        return value;
    }

    /// <summary>All variables below a name.</summary>
    public async Task<IReadOnlyList<(string Name, object Value)>> Walk(string root)
    {
        var all = new List<(string, object)>();
        for (string at = root; ;)
        {
            var (name, value) = Assert.Single((await Ask(GetNext, at)).Bindings);
            if (value is "endOfMibView" || !name.StartsWith(root + ".", StringComparison.Ordinal))
                return all;
            all.Add((name, value));
            at = name;
        }
    }

    public Task SendRaw(byte[] datagram) => _socket.SendToAsync(datagram, agent);

    /// <returns>The next datagram; null when none comes.</returns>
    public async Task<byte[]?> Hear(int seconds = 20)
    {
        byte[] buffer = new byte[2000];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            var heard = await _socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), limit.Token);
            Assert.Equal(agent, heard.RemoteEndPoint);
            return buffer[..heard.ReceivedBytes];
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static object Value(AsnReader from)
    {
        var tag = from.PeekTag();
        return (tag.TagClass, tag.TagValue) switch
        {
            (TagClass.Universal, 2) => (int)from.ReadInteger(),
            (TagClass.Universal, 4) => Encoding.ASCII.GetString(from.ReadOctetString()),
            (TagClass.Universal, 5) => Nothing("null"),
            (TagClass.Universal, 6) => from.ReadObjectIdentifier(),
            (TagClass.Application, 1 or 2 or 3) => (uint)from.ReadInteger(tag),
            (TagClass.Application, 6) => (ulong)from.ReadInteger(tag),
            (TagClass.ContextSpecific, 0) => Nothing("noSuchObject"),
            (TagClass.ContextSpecific, 1) => Nothing("noSuchInstance"),
            (TagClass.ContextSpecific, 2) => Nothing("endOfMibView"),
            _ => throw new InvalidDataException($"No value of SNMP has the tag {tag}."),
        };

        string Nothing(string name)
        {
            from.ReadNull(tag);
            return name;
        }
    }
}
