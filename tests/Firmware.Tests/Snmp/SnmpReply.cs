using System;
using Appliance.Core.Snmp;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Snmp;

/// <summary>What an agent answers.</summary>
internal static class SnmpReply
{
    /// <summary>To <see cref="UpTimeAndName"/> with request-id 0x1234: 20 days and "sw1".</summary>
    public const string Switch1 =
        "30 3C 02 01 01 04 06 70 75 62 6C 69 63 A2 2F 02 02 12 34 02 01 00 02 01 00 30 23 "
        + "30 10 06 08 2B 06 01 02 01 01 03 00 43 04 0A 4C B8 00 30 0F 06 08 2B 06 01 02 01 01 05 00 04 03 73 77 31";

    public static readonly byte[] Public = { 0x70, 0x75, 0x62, 0x6C, 0x69, 0x63 };

    /// <summary>A request for sysUpTime.0 and sysName.0.</summary>
    public static SnmpRequest UpTimeAndName()
    {
        SnmpRequest request = new SnmpRequest(4);
        request.Begin(Public, false);
        request.Add(new ObjectIdentifier("1.3.6.1.2.1.1.3.0"));
        request.Add(new ObjectIdentifier("1.3.6.1.2.1.1.5.0"));
        return request;
    }

    /// <param name="values">One element an object, its length in one byte, as hex: <c>43 01 00</c>.</param>
    public static byte[] To(SnmpRequest request, int errorStatus, int errorIndex, params string[] values)
    {
        byte[][] names = new byte[values.Length][];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = new byte[request.NameLength(i)];
            Array.Copy(request.Bytes, request.NameStart(i), names[i], 0, names[i].Length);
        }

        return Of(request.RequestId, errorStatus, errorIndex, names, values);
    }

    /// <param name="name">What the agent found next: <c>1.3.6.1.2.1.31.1.1.1.1.7</c>.</param>
    /// <param name="value">Its element, or null for a name without one.</param>
    public static byte[] Next(SnmpRequest request, string name, string value) =>
        Of(request.RequestId, 0, 0, new[] { new ObjectIdentifier(name).Encoded }, new[] { value });

    /// <returns>The response, matched.</returns>
    public static SnmpResponse Answered(SnmpRequest request, byte[] reply)
    {
        SnmpResponse response = new SnmpResponse(20);
        response.Open(reply, reply.Length);
        Assert.AreEqual((int)SnmpOutcome.Answered, (int)response.Match(request));
        return response;
    }

    /// <returns>An element as hex: <c>46 01 00</c>.</returns>
    public static string Unsigned(int tag, ulong value)
    {
        byte[] buffer = new byte[12];
        BerWriter writer = new BerWriter(buffer);
        writer.Unsigned(tag, value);
        return Hex.Text(buffer, writer.Start);
    }

    /// <returns>An element as hex: <c>02 01 FF</c>.</returns>
    public static string Integer(long value)
    {
        byte[] buffer = new byte[12];
        BerWriter writer = new BerWriter(buffer);
        writer.Integer(value);
        return Hex.Text(buffer, writer.Start);
    }

    /// <returns>An element as hex: <c>04 01 41</c>.</returns>
    public static string String(byte[] value)
    {
        byte[] element = new byte[value.Length + 2];
        element[0] = BerTag.OctetString;
        element[1] = (byte)value.Length;
        value.CopyTo(element, 2);
        return Hex.Text(element, 0);
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

    private static byte[] Of(int requestId, int errorStatus, int errorIndex, byte[][] names, string[] values)
    {
        byte[] buffer = new byte[1472];
        BerWriter writer = new BerWriter(buffer);
        int end = writer.Start;
        for (int i = values.Length - 1; i >= 0; i--)
        {
            int varbindEnd = writer.Start;
            if (values[i] != null)
            {
                byte[] value = Hex.Bytes(values[i]);
                byte[] content = new byte[value.Length - 2];
                Array.Copy(value, 2, content, 0, content.Length);
                writer.Octets(value[0], content);
            }

            writer.Octets(BerTag.ObjectIdentifier, names[i]);
            writer.Close(BerTag.Sequence, varbindEnd);
        }

        writer.Close(BerTag.Sequence, end);
        writer.Integer(errorIndex);
        writer.Integer(errorStatus);
        writer.Integer(requestId);
        writer.Close(BerTag.Response, end);
        writer.Octets(BerTag.OctetString, Public);
        writer.Integer(1);
        writer.Close(BerTag.Sequence, end);
        byte[] message = new byte[writer.Length];
        Array.Copy(buffer, writer.Start, message, 0, message.Length);
        return message;
    }
}
