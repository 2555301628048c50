namespace Appliance.Core.Snmp;

/// <summary>The tags that SNMP v2c uses (RFC 2578 section 7, RFC 3416 section 3). Each is one byte.</summary>
public static class BerTag
{
    /// <summary>No tag: nothing was there, or nothing that could be read.</summary>
    public const int None = 0;

    public const int Integer = 0x02;

    public const int OctetString = 0x04;

    public const int Null = 0x05;

    public const int ObjectIdentifier = 0x06;

    public const int Sequence = 0x30;

    public const int IpAddress = 0x40;

    public const int Counter32 = 0x41;

    /// <summary>Also Unsigned32.</summary>
    public const int Gauge32 = 0x42;

    /// <summary>Hundredths of a second, 32 bits.</summary>
    public const int TimeTicks = 0x43;

    public const int Opaque = 0x44;

    public const int Counter64 = 0x46;

    /// <summary>In place of a value: the agent knows no such object.</summary>
    public const int NoSuchObject = 0x80;

    /// <summary>In place of a value: the object is known, this row of it is not.</summary>
    public const int NoSuchInstance = 0x81;

    /// <summary>In place of a value: nothing follows in the agent's tree.</summary>
    public const int EndOfMibView = 0x82;

    public const int GetRequest = 0xA0;

    public const int GetNextRequest = 0xA1;

    public const int Response = 0xA2;
}
