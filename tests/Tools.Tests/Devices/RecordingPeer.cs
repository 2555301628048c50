using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace Tools.Tests.Devices;

/// <summary>Keeps what it hears and when; answers, if it has an answer, as soon as the answer has crossed the wire.</summary>
internal sealed class RecordingPeer(TimeBase time) : ISerialPeer
{
    public List<(string Data, long AtMicros)> Heard { get; } = [];

    public byte[]? Answer { get; init; }

    public void Receive(SerialLine line, ReadOnlySpan<byte> data)
    {
        Heard.Add((Convert.ToHexString(data), time.NowMicros));
        if (Answer is { } answer)
            time.Schedule(time.NowMicros + line.Duration(answer.Length), () => line.Deliver(answer));
    }
}
