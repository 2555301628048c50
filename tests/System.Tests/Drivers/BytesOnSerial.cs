using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace SystemTests.Drivers;

/// <summary>A far end that answers any request with the same bytes, 30 ms later.</summary>
internal sealed class BytesOnSerial(TimeBase time) : ISerialPeer
{
    public byte[] Reply { get; set; } = [];

    public void Receive(SerialLine line, ReadOnlySpan<byte> data) =>
        time.Schedule(time.NowMicros + 30_000, () => line.Deliver(Reply));
}
