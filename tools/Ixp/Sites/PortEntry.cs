namespace Ixp.Sites;

/// <summary>A switch port whose traffic is told.</summary>
/// <param name="Name">First part of its keys.</param>
/// <param name="Target">Name of the SNMP target that has it.</param>
/// <param name="IfName">Its name in the switch; or null, and then there is an index.</param>
/// <param name="IfIndex">Its index in the switch; or null, and then there is a name.</param>
/// <param name="IsMember">It counts in the total of the exchange.</param>
/// <param name="HasKeys">It has keys of its own; a port that is no member always has.</param>
public sealed record PortEntry(string Name, string Target, string? IfName, int? IfIndex, bool IsMember, bool HasKeys);
