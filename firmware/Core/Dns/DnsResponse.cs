namespace Appliance.Core.Dns;

/// <summary>
/// Reads as much of a response (RFC 1035 section 4) as tells whether a server works. Nothing throws and nothing is allocated,
/// whatever the bytes are. Compressed names are stepped over, never followed, so they cannot lead in a circle.
/// </summary>
public static class DnsResponse
{
    private const int Response = 0x80;
    private const int Opcode = 0x78;
    private const int Truncation = 0x02;
    private const int Code = 0x0F;
    private const int NameError = 3;
    private const int Refusal = 5;

    /// <summary>Bytes of a record behind its name: type, class, time to live, length of the data.</summary>
    private const int RecordHeader = 10;

    /// <param name="datagram">What a socket received, as many bytes as <paramref name="length"/> says.</param>
    public static DnsOutcome Read(DnsQuery query, byte[] datagram, int length)
    {
        if (length < DnsQuery.HeaderLength || length > datagram.Length
            || Word(datagram, 0) != query.Id || (datagram[2] & (Response | Opcode)) != Response)
        {
            return DnsOutcome.Foreign;
        }

        // A server that refuses may leave the question out.
        int code = datagram[3] & Code;
        int questions = Word(datagram, 4);
        bool isEchoed = questions == 1 && IsEcho(query.Bytes, datagram, length);
        if (!isEchoed && (questions != 0 || code == 0))
        {
            return DnsOutcome.Foreign;
        }

        if (code != 0)
        {
            return code == NameError ? DnsOutcome.NoSuchName : code == Refusal ? DnsOutcome.Refused : DnsOutcome.Failed;
        }

        return (datagram[2] & Truncation) != 0
            ? DnsOutcome.Truncated
            : Answers(query.Type, datagram, length, query.Bytes.Length, Word(datagram, 6));
    }

    private static DnsOutcome Answers(int type, byte[] datagram, int length, int at, int answers)
    {
        bool isFound = false;
        for (int i = 0; i < answers; i++)
        {
            at = BehindName(datagram, length, at);
            if (at < 0 || at + RecordHeader > length)
            {
                return DnsOutcome.Malformed;
            }

            isFound |= Word(datagram, at) == type;
            at += RecordHeader + Word(datagram, at + 8);
            if (at > length)
            {
                return DnsOutcome.Malformed;
            }
        }

        return isFound ? DnsOutcome.Answered : DnsOutcome.NoRecord;
    }

    /// <returns>Where the name that begins here ends; -1 if it does not, or points forward.</returns>
    private static int BehindName(byte[] datagram, int length, int at)
    {
        int start = at;
        while (at < length)
        {
            int label = datagram[at];
            if (label == 0)
            {
                return at + 1;
            }

            if (label >= 0xC0)
            {
                bool isBackward = at + 2 <= length && (Word(datagram, at) & 0x3FFF) < start;
                return isBackward ? at + 2 : -1;
            }

            if (label >= 0x40)
            {
                return -1;
            }

            at += 1 + label;
        }

        return -1;
    }

    /// <summary>Servers echo a name as it was asked, but may write it in other case.</summary>
    private static bool IsEcho(byte[] query, byte[] datagram, int length)
    {
        bool same = length >= query.Length;
        for (int i = DnsQuery.HeaderLength; same && i < query.Length; i++)
        {
            same = i < query.Length - 4 ? Lower(query[i]) == Lower(datagram[i]) : query[i] == datagram[i];
        }

        return same;
    }

    private static int Lower(int letter) => letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter;

    private static int Word(byte[] bytes, int at) => (bytes[at] << 8) | bytes[at + 1];
}
