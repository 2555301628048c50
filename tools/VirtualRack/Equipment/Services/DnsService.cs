using System.Buffers.Binary;

namespace VirtualRack.Equipment.Services;

/// <summary>A name server that knows every name: A, AAAA and SOA; other types have no data (RFC 1035).</summary>
public sealed class DnsService : UdpService
{
    private const int HeaderBytes = 12;

    /// <summary>192.0.2.53.</summary>
    private static readonly byte[] Ipv4 = [192, 0, 2, 53];

    /// <summary>2001:db8::35.</summary>
    private static readonly byte[] Ipv6 = [0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x35];

    /// <summary>Both names are that of the question; serial 1, and times in seconds.</summary>
    private static readonly byte[] Authority = [0xC0, 0x0C, 0xC0, 0x0C, 0, 0, 0, 1, 0, 0, 0x0E, 0x10, 0, 0, 2, 0x58, 0, 1, 0x51, 0x80, 0, 0, 0, 0x3C];

    /// <summary>0 for an answer; 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED.</summary>
    public int ResponseCode { get; set; }

    public override byte[]? Answer(ReadOnlyMemory<byte> request)
    {
        var query = request.Span;
        int end = EndOfQuestion(query);
        if (end < 0)
            return null;

        byte[] data = ResponseCode != 0 ? [] : BinaryPrimitives.ReadUInt16BigEndian(query[(end - 4)..]) switch
        {
            1 => Ipv4,
            6 => Authority,
            28 => Ipv6,
            _ => [],
        };
        byte[] answer = new byte[end + (data.Length > 0 ? 12 + data.Length : 0)];
        query[..end].CopyTo(answer);
        answer[2] = (byte)(0x80 | (query[2] & 1));
        answer[3] = (byte)(0x80 | ResponseCode);
        answer.AsSpan(6, 6).Clear();
        if (data.Length > 0)
        {
            answer[7] = 1;
            var record = answer.AsSpan(end);
            BinaryPrimitives.WriteUInt16BigEndian(record, 0xC00C);
            query.Slice(end - 4, 4).CopyTo(record[2..]);
            BinaryPrimitives.WriteUInt32BigEndian(record[6..], 60);
            BinaryPrimitives.WriteUInt16BigEndian(record[10..], (ushort)data.Length);
            data.CopyTo(record[12..]);
        }

        return answer;
    }

    /// <returns>The index behind the one question of a standard query; -1 for anything else.</returns>
    private static int EndOfQuestion(ReadOnlySpan<byte> query)
    {
        if (query.Length < HeaderBytes || (query[2] & 0xF8) != 0 || BinaryPrimitives.ReadUInt16BigEndian(query[4..]) != 1)
            return -1;

        int at = HeaderBytes;
        while (at < query.Length && query[at] is > 0 and < 64)
            at += 1 + query[at];
        bool isWhole = at + 5 <= query.Length && query[at] == 0 && at - HeaderBytes < 255;
        return isWhole && BinaryPrimitives.ReadUInt16BigEndian(query[(at + 3)..]) == 1 ? at + 5 : -1;
    }
}
