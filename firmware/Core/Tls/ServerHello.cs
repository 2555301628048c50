namespace Appliance.Core.Tls;

/// <summary>
/// Reads as much of a peer's first records (RFC 8446 section 5.1) as tells which version of TLS it has chosen, or why none. Nothing throws
/// and nothing is allocated, whatever the bytes are.
/// </summary>
public static class ServerHello
{
    private const int RecordHeader = 5;
    private const int LongestRecord = 16_384 + 256;
    private const int Alert = 21;
    private const int Handshake = 22;
    private const int Hello = 2;
    private const int Warning = 1;
    private const int SupportedVersions = 43;
    private const int Version12 = 0x0303;
    private const int Version13 = 0x0304;

    /// <summary>Version, random number and length of the session's id.</summary>
    private const int FixedLength = 35;

    /// <param name="bytes">What came so far, from the first byte on. A hello that does not fit into all of it is taken for none.</param>
    /// <param name="length">How many bytes came.</param>
    /// <param name="alert">Number of the alert that ended the handshake (RFC 8446 section 6); 0 if there was none.</param>
    public static HelloAnswer Read(byte[] bytes, int length, out int alert)
    {
        alert = 0;

        // A warning may come before the hello.
        for (int at = 0; ; at += RecordHeader + 2)
        {
            if ((length > at && bytes[at] != Handshake && bytes[at] != Alert) || (length > at + 1 && bytes[at + 1] != 3))
            {
                return HelloAnswer.NoTls;
            }

            if (length < at + RecordHeader)
            {
                return HelloAnswer.Incomplete;
            }

            int record = Word(bytes, at + 3);
            if (bytes[at] == Handshake)
            {
                return Record(bytes, length, at + RecordHeader, record);
            }

            if (record != 2)
            {
                return HelloAnswer.NoTls;
            }

            if (length < at + RecordHeader + 2)
            {
                return HelloAnswer.Incomplete;
            }

            int description = bytes[at + RecordHeader + 1];
            if (bytes[at + RecordHeader] != Warning || description == 0)
            {
                alert = description;
                return HelloAnswer.Refused;
            }
        }
    }

    private static HelloAnswer Record(byte[] bytes, int length, int at, int record)
    {
        if (record < 4 || record > LongestRecord || (length > at && bytes[at] != Hello))
        {
            return HelloAnswer.NoTls;
        }

        if (length < at + 4)
        {
            return HelloAnswer.Incomplete;
        }

        int body = (bytes[at + 1] << 16) | Word(bytes, at + 2);
        at += 4;
        if (body < FixedLength + 3 || body > record - 4 || body > bytes.Length - at)
        {
            return HelloAnswer.NoTls;
        }

        return length < at + body ? HelloAnswer.Incomplete : Body(bytes, at, at + body);
    }

    private static HelloAnswer Body(byte[] bytes, int at, int end)
    {
        int version = Word(bytes, at);
        at += FixedLength;

        // The session's id, the cipher suite, the compression.
        at += bytes[at - 1] + 3;
        if (at == end)
        {
            return Meaning(version);
        }

        if (at + 2 > end || at + 2 + Word(bytes, at) != end)
        {
            return HelloAnswer.NoTls;
        }

        at += 2;
        while (at < end)
        {
            if (at + 4 > end || at + 4 + Word(bytes, at + 2) > end)
            {
                return HelloAnswer.NoTls;
            }

            int size = Word(bytes, at + 2);
            if (Word(bytes, at) == SupportedVersions)
            {
                return size == 2 ? Meaning(Word(bytes, at + 4)) : HelloAnswer.NoTls;
            }

            at += 4 + size;
        }

        return Meaning(version);
    }

    private static HelloAnswer Meaning(int version) =>
        version == Version13 ? HelloAnswer.Tls13 : version == Version12 ? HelloAnswer.Tls12 : HelloAnswer.Refused;

    private static int Word(byte[] bytes, int at) => (bytes[at] << 8) | bytes[at + 1];
}
