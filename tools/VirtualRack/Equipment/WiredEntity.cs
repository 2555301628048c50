namespace VirtualRack.Equipment;

/// <summary>A sensor inside a switch that the site reads.</summary>
/// <param name="Target">Name of the switch's snmp target.</param>
/// <param name="Index">entPhysicalIndex.</param>
/// <param name="Unit">c, v, a, w, hz, rh or rpm.</param>
public sealed record WiredEntity(string Target, int Index, string Unit);
