using System;
using System.Text;

namespace Appliance.Core.Http;

/// <summary>A request for nothing but the head of a page (RFC 9110 section 9.3.2), after which the server hangs up.</summary>
public static class HeadRequest
{
    /// <param name="host">Name or address, with <c>:port</c> if that is not 80.</param>
    /// <param name="path">Begins with a slash.</param>
    /// <exception cref="ArgumentException">One of them would break the request apart.</exception>
    public static byte[] Bytes(string host, string path)
    {
        if (host.Length == 0 || !IsPlain(host))
        {
            throw new ArgumentException("'" + host + "' is no host: printable ASCII without spaces", nameof(host));
        }

        if (!path.StartsWith("/") || !IsPlain(path))
        {
            throw new ArgumentException("'" + path + "' is no path: a slash in front, then printable ASCII without spaces", nameof(path));
        }

        return Encoding.UTF8.GetBytes("HEAD " + path + " HTTP/1.1\r\nHost: " + host
            + "\r\nUser-Agent: rack-monitor\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }

    private static bool IsPlain(string text)
    {
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            if (characters[i] <= ' ' || characters[i] > '~')
            {
                return false;
            }
        }

        return true;
    }
}
