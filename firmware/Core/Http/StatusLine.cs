namespace Appliance.Core.Http;

/// <summary>The first line of an answer: <c>HTTP/1.x</c>, space, three digits (RFC 9112 section 4), as it comes in piece by piece.</summary>
public static class StatusLine
{
    /// <summary>So far it can become a status line, but the code is not there yet.</summary>
    public const int Incomplete = 0;

    /// <summary>Whoever answers does not speak HTTP/1.</summary>
    public const int NotHttp = -1;

    /// <summary>Bytes after which the code is known: no more need be received.</summary>
    public const int Length = 13;

    /// <summary>What the line looks like: <c>#</c> is a digit, the last one is a space, or the line ends there without a reason.</summary>
    private const string Shape = "HTTP/1.# ### ";

    private const int CodeAt = 9;

    private static readonly char[] Pattern = Shape.ToCharArray();

    /// <param name="received">What has come so far, as many bytes as <paramref name="length"/> says.</param>
    /// <returns>The status code, 100 to 599; or Incomplete; or NotHttp, as soon as that is certain.</returns>
    public static int Read(byte[] received, int length)
    {
        for (int i = 0; i < length && i < Length; i++)
        {
            if (!Fits(received[i], i))
            {
                return NotHttp;
            }
        }

        return length < Length
            ? Incomplete
            : (100 * (received[CodeAt] - '0')) + (10 * (received[CodeAt + 1] - '0')) + received[CodeAt + 2] - '0';
    }

    private static bool Fits(int character, int place)
    {
        if (place == CodeAt)
        {
            return character >= '1' && character <= '5';
        }

        if (Pattern[place] == '#')
        {
            return character >= '0' && character <= '9';
        }

        return character == Pattern[place] || (place == Length - 1 && (character == '\r' || character == '\n'));
    }
}
