using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>struct mosquitto_message of mosquitto.h. The library owns what it points to.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeMessage
{
    public int MessageId;
    public nint Topic;
    public byte* Payload;
    public int PayloadLength;
    public int Qos;
    public byte Retain;

    public readonly MosquittoMessage Copy() => new(
        Marshal.PtrToStringUTF8(Topic) ?? "",
        new ReadOnlySpan<byte>(Payload, PayloadLength).ToArray(),
        Qos,
        Retain != 0);
}
