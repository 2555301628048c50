using System;
using Appliance.Core.Snmp;

namespace Appliance.Tests.Snmp;

/// <summary>What an agent answers.</summary>
internal static class SnmpReply
{
    /// <summary>To <see cref="UpTimeAndName"/> with request-id 0x1234: 20 days and "sw1".</summary>
    public const string Switch1 =
        "30 3C 02 01 01 04 06 70 75 62 6C 69 63 A2 2F 02 02 12 34 02 01 00 02 01 00 30 23 "
        + "30 10 06 08 2B 06 01 02 01 01 03 00 43 04 0A 4C B8 00 30 0F 06 08 2B 06 01 02 01 01 05 00 04 03 73 77 31";

    /// <summary>A request for sysUpTime.0 and sysName.0.</summary>
    public static SnmpGet UpTimeAndName() => new SnmpGet(
        "public", new[] { new ObjectIdentifier("1.3.6.1.2.1.1.3.0"), new ObjectIdentifier("1.3.6.1.2.1.1.5.0") });

    /// <param name="values">One element an object, its length in one byte, as hex: <c>43 01 00</c>.</param>
    public static byte[] To(SnmpGet request, int errorStatus, int errorIndex, params string[] values)
    {
        byte[] buffer = new byte[1472];
        BerWriter writer = new BerWriter(buffer);
        int end = writer.Start;
        for (int i = values.Length - 1; i >= 0; i--)
        {
            int varbindEnd = writer.Start;
            byte[] value = Hex.Bytes(values[i]);
            byte[] content = new byte[value.Length - 2];
            Array.Copy(value, 2, content, 0, content.Length);
            writer.Octets(value[0], content);
            writer.Octets(BerTag.ObjectIdentifier, request.Name(i).Encoded);
            writer.Close(BerTag.Sequence, varbindEnd);
        }

        writer.Close(BerTag.Sequence, end);
        writer.Integer(errorIndex);
        writer.Integer(errorStatus);
        writer.Integer(request.RequestId);
        writer.Close(BerTag.Response, end);
        writer.Octets(BerTag.OctetString, Hex.Bytes("70 75 62 6C 69 63"));
        writer.Integer(1);
        writer.Close(BerTag.Sequence, end);
        byte[] message = new byte[writer.Length];
        Array.Copy(buffer, writer.Start, message, 0, message.Length);
        return message;
    }

    /// <summary>The same elements with lengths of up to five bytes, as agents write them that do not know a length beforehand.</summary>
    public static byte[] Swollen(byte[] bytes, int start, int length, Random random)
    {
        byte[] swollen = new byte[10 * (length + 1)];
        int at = 0;
        BerReader reader = new BerReader();
        byte[] part = new byte[length];
        Array.Copy(bytes, start, part, 0, length);
        reader.Open(part, length);
        while (reader.Next())
        {
            bool isConstructed = (reader.Tag & 0x20) != 0;
            byte[] content = new byte[reader.Length];
            Array.Copy(part, reader.Start, content, 0, content.Length);
            content = isConstructed ? Swollen(content, 0, content.Length, random) : content;
            swollen[at++] = (byte)reader.Tag;
            int lengthBytes = (content.Length < 0x100 ? 1 : 2) + random.Next(3);
            swollen[at++] = (byte)(0x80 | lengthBytes);
            for (int i = lengthBytes - 1; i >= 0; i--)
            {
                swollen[at++] = (byte)(content.Length >> (8 * i));
            }

            content.CopyTo(swollen, at);
            at += content.Length;
        }

        byte[] whole = new byte[at];
        Array.Copy(swollen, 0, whole, 0, at);
        return whole;
    }
}
