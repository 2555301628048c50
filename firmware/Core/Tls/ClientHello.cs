using System;
using System.Text;

namespace Appliance.Core.Tls;

/// <summary>
/// The first message of a TLS handshake (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2), made to learn what the peer answers, not to go
/// on from there: it offers 1.2 and 1.3, and no key, so that a peer that takes 1.3 asks for one by its HelloRetryRequest.
/// </summary>
public static class ClientHello
{
    /// <summary>Bytes of a client's random number.</summary>
    public const int RandomLength = 32;

    private const int RecordHeader = 5;
    private const int LongestName = 253;

    /// <summary>Record of a handshake, version 1.0 as all clients have it there, and its length; ClientHello, its length, version 1.2.</summary>
    private static readonly byte[] Head = { 0x16, 0x03, 0x01, 0, 0, 0x01, 0, 0, 0, 0x03, 0x03 };

    /// <summary>
    /// No session. AES-GCM and ChaCha20 of 1.3, and of 1.2 with ECDHE; no renegotiation (RFC 5746). No compression.
    /// </summary>
    private static readonly byte[] Suites =
    {
        0, 0, 20, 0x13, 0x01, 0x13, 0x02, 0x13, 0x03, 0xC0, 0x2B, 0xC0, 0x2F, 0xC0, 0x2C, 0xC0, 0x30, 0xCC, 0xA9, 0xCC, 0xA8, 0x00, 0xFF, 1, 0,
    };

    /// <summary>
    /// Groups x25519 and P-256 to P-521; uncompressed points; signatures by ECDSA, RSA-PSS and RSA with SHA-256 to SHA-512; versions 1.3
    /// and 1.2; no key share; an extended master secret (RFC 7627), without which some peers refuse 1.2.
    /// </summary>
    private static readonly byte[] Extensions =
    {
        0, 10, 0, 10, 0, 8, 0, 29, 0, 23, 0, 24, 0, 25,
        0, 11, 0, 2, 1, 0,
        0, 13, 0, 20, 0, 18, 4, 3, 5, 3, 6, 3, 8, 4, 8, 5, 8, 6, 4, 1, 5, 1, 6, 1,
        0, 43, 0, 5, 4, 3, 4, 3, 3,
        0, 51, 0, 2, 0, 0,
        0, 23, 0, 0,
    };

    /// <param name="host">Whom the peer is taken for. An IPv4 address is not told, as RFC 6066 section 3 wants it.</param>
    /// <param name="random">32 bytes.</param>
    /// <returns>The record, ready to send.</returns>
    public static byte[] Write(string host, byte[] random)
    {
        byte[] name = Encoding.UTF8.GetBytes(host);
        int nameLength = IsName(name) ? name.Length : 0;
        int serverName = nameLength == 0 ? 0 : nameLength + 9;
        byte[] hello = new byte[Head.Length + RandomLength + Suites.Length + 2 + serverName + Extensions.Length];
        Array.Copy(Head, hello, Head.Length);
        Put(hello, 3, hello.Length - RecordHeader);
        Put(hello, 7, hello.Length - RecordHeader - 4);
        Array.Copy(random, 0, hello, Head.Length, RandomLength);
        int at = Head.Length + RandomLength;
        Array.Copy(Suites, 0, hello, at, Suites.Length);
        at += Suites.Length;
        Put(hello, at, serverName + Extensions.Length);
        at += 2;
        if (nameLength > 0)
        {
            Put(hello, at + 2, nameLength + 5);
            Put(hello, at + 4, nameLength + 3);
            Put(hello, at + 7, nameLength);
            Array.Copy(name, 0, hello, at + 9, nameLength);
            at += serverName;
        }

        Array.Copy(Extensions, 0, hello, at, Extensions.Length);
        return hello;
    }

    private static bool IsName(byte[] host)
    {
        bool isName = false;
        for (int i = 0; i < host.Length; i++)
        {
            isName |= host[i] != '.' && (host[i] < '0' || host[i] > '9');
        }

        return isName && host.Length <= LongestName;
    }

    private static void Put(byte[] bytes, int at, int value)
    {
        bytes[at] = (byte)(value >> 8);
        bytes[at + 1] = (byte)value;
    }
}
