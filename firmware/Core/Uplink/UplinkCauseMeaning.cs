using Appliance.Core.Conditions;

namespace Appliance.Core.Uplink;

/// <summary>What a cause is to people.</summary>
public static class UplinkCauseMeaning
{
    private static readonly string[] Words =
    {
        "connected",
        "no network",
        "clock not set",
        "name does not resolve",
        "no answer",
        "silent",
        "no TLS",
        "certificate file",
        "certificate not accepted",
        "handshake refused",
        "not authorised",
        "refused",
        "no acknowledgement",
        "lost",
        "no memory",
    };

    public static string Text(UplinkCause cause) => Words[(int)cause];

    /// <returns>A warning where the broker is there and somebody has to mend something; time mends the others.</returns>
    public static Severity Severity(UplinkCause cause) =>
        cause >= UplinkCause.NoTls && cause <= UplinkCause.Refused ? Conditions.Severity.Warning : Conditions.Severity.Ok;
}
