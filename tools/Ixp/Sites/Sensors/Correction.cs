namespace Ixp.Sites.Sensors;

/// <summary>True value = reading times gain plus offset.</summary>
public sealed record Correction(decimal Gain, decimal Offset);
