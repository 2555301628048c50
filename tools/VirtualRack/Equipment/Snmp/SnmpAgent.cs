using System.Formats.Asn1;
using System.Text;
using VirtualBoard.Running;
using VirtualRack.Equipment.Services;

namespace VirtualRack.Equipment.Snmp;

/// <summary>An agent of SNMP v2c that can be read: Get, GetNext and GetBulk (RFC 3416). A wrong community gets no answer.</summary>
public sealed class SnmpAgent : UdpService
{
    private const int Get = 0;
    private const int GetNext = 1;
    private const int Response = 2;
    private const int Set = 3;
    private const int GetBulk = 5;
    private const int TooBig = 1;
    private const int NoAccess = 6;

    /// <summary>A GetBulk gets no more, whatever it asks for.</summary>
    private const int MostBindings = 512;

    private readonly TimeBase _time;
    private long _startedAt;

    /// <param name="uptime">How long it has been running.</param>
    public SnmpAgent(TimeBase time, string community = "public", TimeSpan uptime = default)
    {
        _time = time;
        _startedAt = time.NowMicros - (long)uptime.TotalMicroseconds;
        Community = community;
    }

    public string Community { get; set; }

    /// <summary>What it answers from. May be replaced as a whole at any time.</summary>
    public SnmpTable Table { get; set; } = new();

    /// <summary>The longest answer in bytes, 484 to 1472 on the agents of this world (RFC 3417).</summary>
    public int MaxMessage { get; set; } = 1472;

    /// <summary>sysUpTime: hundredths of a second since it started, comes round after 497 days.</summary>
    public uint UptimeTicks => (uint)((_time.NowMicros - Interlocked.Read(ref _startedAt)) / 10_000);

    /// <summary>snmpEngineTime: seconds since it started (RFC 3411).</summary>
    public int UptimeSeconds => (int)((_time.NowMicros - Interlocked.Read(ref _startedAt)) / 1_000_000);

    /// <summary>Starts anew: uptime begins at 0.</summary>
    public void Restart() => Interlocked.Exchange(ref _startedAt, _time.NowMicros);

    public override byte[]? Answer(ReadOnlyMemory<byte> request)
    {
        if (SnmpRequest.Read(request) is not { } asked || !asked.Community.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(Community)))
            return null;

        var table = Table;
        return asked.Kind switch
        {
            Get => Fitting(asked, [.. asked.Names.Select(n => (n, table.Get(n)))]),
            GetNext => Fitting(asked, [.. asked.Names.Select(table.Next)]),
            GetBulk => Bulk(asked, table),
            Set => Encode(asked.Id, NoAccess, 1, [.. asked.Names.Select(n => (n, SnmpValue.Nothing))]),
            _ => null,
        };
    }

    private byte[] Fitting(SnmpRequest asked, IReadOnlyList<(ObjectId Name, SnmpValue Value)> bindings)
    {
        byte[] answer = Encode(asked.Id, 0, 0, bindings);
        return answer.Length <= MaxMessage ? answer : Encode(asked.Id, TooBig, 0, []);
    }

    private byte[] Bulk(SnmpRequest asked, SnmpTable table)
    {
        int single = Math.Clamp(asked.First, 0, asked.Names.Count);
        var bindings = asked.Names.Take(single).Select(table.Next).ToList();
        ObjectId[] names = [.. asked.Names.Skip(single)];
        for (int i = 0; i < asked.Second && names.Length > 0 && bindings.Count < MostBindings; i++)
        {
            for (int j = 0; j < names.Length; j++)
            {
                bindings.Add(table.Next(names[j]));
                names[j] = bindings[^1].Name;
            }

            if (bindings.Skip(bindings.Count - names.Length).All(b => b.Value == SnmpValue.EndOfMibView))
                break;
        }

        byte[] answer;
        while ((answer = Encode(asked.Id, 0, 0, bindings)).Length > MaxMessage)
            bindings.RemoveAt(bindings.Count - 1);
        return answer;
    }

    private byte[] Encode(int id, int status, int index, IReadOnlyList<(ObjectId Name, SnmpValue Value)> bindings)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteOctetString(Encoding.ASCII.GetBytes(Community));
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, Response)))
            {
                writer.WriteInteger(id);
                writer.WriteInteger(status);
                writer.WriteInteger(index);
                using (writer.PushSequence())
                {
                    foreach (var (name, value) in bindings)
                    {
                        using (writer.PushSequence())
                        {
                            writer.WriteObjectIdentifier(name.ToString());
                            value.Write(writer);
                        }
                    }
                }
            }
        }

        return writer.Encode();
    }
}
