using System.Net;

namespace VirtualBoard.Net;

/// <summary>The board's cable and what its network offers.</summary>
public sealed class NetworkLink
{
    private bool _isUp = true;

    /// <summary>The link came up or went down.</summary>
    public event Action<bool>? Changed;

    public bool IsUp
    {
        get => _isUp;
        set
        {
            if (_isUp == value)
                return;
            _isUp = value;
            Changed?.Invoke(value);
        }
    }

    /// <summary>Address that DHCP gives.</summary>
    public IPAddress Address { get; set; } = IPAddress.Parse("192.0.2.10");

    public IPAddress Mask { get; set; } = IPAddress.Parse("255.255.255.0");

    public IPAddress Gateway { get; set; } = IPAddress.Parse("192.0.2.1");

    /// <summary>Names resolve; otherwise every look-up fails after the resolver's time-out.</summary>
    public bool HasDns { get; set; } = true;

    /// <summary>A time server answers.</summary>
    public bool HasTimeServer { get; set; } = true;
}
