using System.Net;

namespace VirtualBoard.Net;

/// <summary>Addresses as bytes, for callers that cannot name the BCL's own types.</summary>
public static class HostAddress
{
    public static bool TryParse(string text, out byte[] bytes)
    {
        bool ok = IPAddress.TryParse(text, out var address);
        bytes = ok ? address!.GetAddressBytes() : [];
        return ok;
    }

    public static string Text(byte[] bytes) => new IPAddress(bytes).ToString();

    public static IPEndPoint EndPoint(byte[] address, int port) => new(new IPAddress(address), port);
}
