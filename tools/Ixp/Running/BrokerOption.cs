using System.Globalization;
using Ixp.Commands;
using Ixp.Sites;

namespace Ixp.Running;

/// <summary>The broker of a run.</summary>
internal static class BrokerOption
{
    public const int PlainPort = 1883;

    /// <param name="text">host:port, or host for the usual port.</param>
    public static (string Host, int Port) Parse(string text, int usualPort = PlainPort)
    {
        int colon = text.LastIndexOf(':');
        if (colon < 0 && text.Length > 0)
            return (text, usualPort);
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and < 65536
            ? (text[..colon], port)
            : throw new CommandLineException($"--broker {text}: write host:port, such as 127.0.0.1:1883.");
    }

    /// <summary>The site with another broker. A TCP target that watched the old one follows it.</summary>
    public static Site At(this Site site, (string Host, int Port) broker) => site with
    {
        Broker = site.Broker with { Host = broker.Host, Port = broker.Port },
        Targets = [.. site.Targets.Select(t => string.Equals(t.Host, site.Broker.Host, StringComparison.Ordinal) && t.Port == site.Broker.Port
            ? t with { Host = broker.Host, Port = broker.Port }
            : t)],
    };

    /// <summary>The site with a broker that does not speak TLS: one that was started for a run on this PC.</summary>
    public static Site WithoutTls(this Site site) => site with { Broker = site.Broker with { CaFile = null } };
}
