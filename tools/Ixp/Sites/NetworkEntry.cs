namespace Ixp.Sites;

/// <summary>A static IPv4 address, in dotted form.</summary>
public sealed record NetworkEntry(string Address, string Mask, string Gateway, string Dns);
