using System.Buffers.Binary;

namespace Ixp.Flash.Wire;

/// <summary>
/// A packet of the Wire Protocol, by which a PC talks to a board that runs .NET nanoFramework: a header of 32 bytes, little
/// endian, and a payload. Signature of 8 bytes, CRC of the header with this field as 0, CRC of the payload, command, sequence
/// number, number of what it answers, flags, length of the payload.
/// </summary>
internal sealed record WirePacket(WireCommand Command, ushort Sequence, WireFlags Flags, byte[] Payload)
{
    public const int HeaderBytes = 32;

    /// <summary>Larger ones no board sends.</summary>
    public const int LongestPayload = 1024;

    private const uint HostSource = 0x00010002;
    private const uint KnowsCrc = 0x00000010;

    /// <summary>Begins each packet.</summary>
    public static ReadOnlySpan<byte> Signature => "NFPKTV1\0"u8;

    /// <summary>Says that a PC is there, and does not stop the program.</summary>
    public static WirePacket Ping(ushort sequence)
    {
        byte[] payload = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(payload, HostSource);
        BinaryPrimitives.WriteUInt32LittleEndian(payload.AsSpan(4), KnowsCrc);
        return new WirePacket(WireCommand.Ping, sequence, WireFlags.None, payload);
    }

    /// <summary>Restarts the board as its RESET would.</summary>
    public static WirePacket Reboot(ushort sequence) => new(WireCommand.Reboot, sequence, WireFlags.NonCritical, new byte[4]);

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[HeaderBytes + Payload.Length];
        Signature.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), WireCrc.Of(Payload));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), (uint)Command);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(20), Sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(24), (uint)Flags);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(28), (uint)Payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), WireCrc.Of(bytes.AsSpan(0, HeaderBytes)));
        Payload.CopyTo(bytes, HeaderBytes);
        return bytes;
    }
}
