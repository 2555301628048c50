namespace Appliance.Core.Dns;

/// <summary>Types of records that a probe asks for (RFC 1035 section 3.2.2, RFC 3596).</summary>
public static class DnsType
{
    public const int A = 1;

    public const int Soa = 6;

    public const int Aaaa = 28;
}
