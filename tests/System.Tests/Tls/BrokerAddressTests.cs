using Appliance.App.Uplink;
using Appliance.Core.Config;

namespace SystemTests.Tls;

/// <summary>What the line of the broker says of TLS.</summary>
public sealed class BrokerAddressTests
{
    [Theory]
    [InlineData(null, null, false, 1883)]
    [InlineData("0", null, false, 1883)]
    [InlineData("1", null, true, 8883)]
    [InlineData("1", "1883", true, 1883)]
    [InlineData(null, "8883", false, 8883)]
    public void TlsIsWhatTheLineSaysAndTheUsualPortFollows(string? tls, string? port, bool isSecure, int expected)
    {
        var address = Address(tls, port);
        Assert.Equal(isSecure, address.IsSecure);
        Assert.Equal(expected, address.Port);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("yes")]
    [InlineData("")]
    public void AllElseIsAMistakeAndNeverPlainText(string tls) => Assert.Throws<ConfigException>(() => Address(tls, null));

    private static BrokerAddress Address(string? tls, string? port)
    {
        var entry = new ConfigEntry("broker", 1);
        entry.Add("host", "192.0.2.7");
        if (tls is not null)
            entry.Add("tls", tls);
        if (port is not null)
            entry.Add("port", port);
        return new BrokerAddress(entry, "rack1", "");
    }
}
