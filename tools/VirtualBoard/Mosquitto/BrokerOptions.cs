namespace Mosquitto;

/// <summary>What a <see cref="Broker"/> is started with; as it stands: loopback, a free port, anonymous, no TLS.</summary>
public sealed record BrokerOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>User names and passwords in clear text; when null everybody may connect without one.</summary>
    public IReadOnlyDictionary<string, string>? Users { get; init; }

    /// <summary>Text of an ACL file (mosquitto.conf(5), acl_file), for example <c>pattern readwrite ixp/v1/+/%u/#</c>.</summary>
    public string? Acl { get; init; }

    public BrokerTls? Tls { get; init; }

    /// <summary>The one version of TLS that the broker speaks on any listener; both when null.</summary>
    public TlsVersion? OnlyTls { get; init; }

    /// <summary>Lines that have to stand before all others, such as <c>per_listener_settings true</c>.</summary>
    public IReadOnlyList<string> FirstConfiguration { get; init; } = [];

    /// <summary>More lines for mosquitto.conf.</summary>
    public IReadOnlyList<string> ExtraConfiguration { get; init; } = [];
}
