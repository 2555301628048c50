namespace VirtualRack.Equipment;

/// <summary>A port of a switch whose traffic the site tells.</summary>
/// <param name="Target">Name of the switch's snmp target.</param>
/// <param name="IfName">Name of its interface; null where only the number is known.</param>
/// <param name="IfIndex">Number of its interface; null where only the name is known.</param>
public sealed record WiredPort(string Name, string Target, string? IfName, int? IfIndex);
