using VirtualBoard;
using VirtualRack.Chips;
using VirtualRack.World;

namespace VirtualRack.Wiring;

/// <summary>A kind of sensor that can be wired.</summary>
/// <param name="Name">As the wiring list has it.</param>
/// <param name="Sentence">What it is, for people.</param>
/// <param name="Connect">Makes the model and attaches it to the board.</param>
public sealed record SensorKind(string Name, string Sentence, Func<Board, Rack, WiredSensor, WiredChip> Connect);
