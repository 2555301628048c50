using System.Text.Json.Nodes;

namespace Ixp.Telemetry;

/// <summary>A message of a device.</summary>
/// <param name="Path">The topic behind site and device: <c>climate</c>, <c>probe/switch1</c>.</param>
/// <param name="Payload">The JSON, or null if it is none.</param>
/// <param name="Text">The payload as it came.</param>
/// <param name="WasRetained">The broker kept it from before; it is not news.</param>
public sealed record TelemetryMessage(string Path, JsonNode? Payload, string Text, bool WasRetained);
