namespace System.Net.NetworkInformation;

/// <summary>Where an interface has its address from.</summary>
public enum AddressMode : byte
{
    Invalid = 0,
    DHCP = 1,
    Static = 2,
    AutoIP = 3,
}
