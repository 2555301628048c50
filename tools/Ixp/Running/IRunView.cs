using Ixp.Telemetry;
using VirtualRack.Chips;

namespace Ixp.Running;

/// <summary>What a person sees of a run. All members may be called from any thread.</summary>
internal interface IRunView : IDisposable
{
    /// <summary>Something that is worth a line.</summary>
    void Note(string text);

    /// <summary>The firmware wrote to its console.</summary>
    void Console(string line);

    void Message(TelemetryMessage message);

    void Led(LedChange change);
}
