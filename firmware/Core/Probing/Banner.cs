using System.Text;

namespace Appliance.Core.Probing;

/// <summary>How the greeting of a TCP service must begin: <c>SSH-2.0-</c> (RFC 4253 section 4.2).</summary>
public sealed class Banner
{
    private readonly byte[] _prefix;

    public Banner(string prefix)
    {
        _prefix = Encoding.UTF8.GetBytes(prefix);
    }

    /// <summary>Bytes after which the match is known: no more need be received.</summary>
    public int Length => _prefix.Length;

    /// <summary>Looks at what has come so far, from its first byte on.</summary>
    /// <param name="received">As many bytes as <paramref name="length"/> says.</param>
    /// <returns>Mismatched as soon as that is certain.</returns>
    public BannerMatch Look(byte[] received, int length)
    {
        for (int i = 0; i < length && i < _prefix.Length; i++)
        {
            if (received[i] != _prefix[i])
            {
                return BannerMatch.Mismatched;
            }
        }

        return length < _prefix.Length ? BannerMatch.Incomplete : BannerMatch.Matched;
    }
}
