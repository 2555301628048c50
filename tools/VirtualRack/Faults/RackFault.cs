using VirtualRack.Wiring;

namespace VirtualRack.Faults;

/// <summary>Something that can go wrong in a rack.</summary>
/// <param name="Name">As it is typed: mains-lost.</param>
/// <param name="Sentence">What happens, for people.</param>
/// <param name="Aim">Finds what it acts on, by an optional target, and returns the switch for it: true breaks, false mends.</param>
public sealed record RackFault(string Name, string Sentence, Func<WiredRack, string?, Action<bool>> Aim);
