using VirtualRack.Chips;

namespace VirtualRack.Wiring;

/// <summary>A part in the rack.</summary>
/// <param name="Sensor">How it was asked for.</param>
/// <param name="Chip">The model.</param>
/// <param name="Sees">What of the rack it sees, for people: "exhaust air".</param>
public sealed record WiredChip(WiredSensor Sensor, Chip Chip, string Sees);
