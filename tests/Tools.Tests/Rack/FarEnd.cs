using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace Tools.Tests.Rack;

/// <summary>A master on a serial line: sends frames and keeps what comes back, with its time.</summary>
internal sealed class FarEnd
{
    private readonly TimeBase _time;
    private readonly SerialLine _line;
    private readonly List<byte> _arrived = [];

    public FarEnd(TimeBase time, SerialLine line)
    {
        _time = time;
        _line = line;
        _line.BaudRate = 9600;
        _line.Arrived += bytes =>
        {
            LastArrival = time.NowMicros;
            _arrived.AddRange(bytes);
        };
    }

    public long LastArrival { get; private set; }

    /// <returns>All that arrives within a quarter of a second.</returns>
    public string Ask(string request, double seconds = 0.25)
    {
        Send(request);
        return Hear(seconds);
    }

    public void Send(string request)
    {
        byte[] bytes = Convert.FromHexString(request);
        _time.RunFor(TimeSpan.FromMicroseconds(_line.Duration(bytes.Length)));
        _line.Peer!.Receive(_line, bytes);
    }

    public string Hear(double seconds)
    {
        _arrived.Clear();
        _time.RunFor(TimeSpan.FromSeconds(seconds));
        return Convert.ToHexString(_arrived.ToArray());
    }
}
