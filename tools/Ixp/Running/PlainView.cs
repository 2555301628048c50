using Ixp.Telemetry;
using VirtualRack.Chips;

namespace Ixp.Running;

/// <summary>A line an event, for pipes and logs. The LED is left out: it would be ten lines a second.</summary>
internal sealed class PlainView(TextWriter output) : IRunView
{
    private readonly Lock _gate = new();

    public void Note(string text) => Write("ixp", text);

    public void Console(string line) => Write("board", line);

    public void Message(TelemetryMessage message)
    {
        if (!message.WasRetained)
            Write(message.Path, message.Text);
    }

    public void Led(LedChange change)
    {
    }

    public void Dispose() => output.Flush();

    private void Write(string source, string text)
    {
        lock (_gate)
            output.WriteLine($"{DateTime.Now:HH:mm:ss.fff} {source,-16} {text}");
    }
}
