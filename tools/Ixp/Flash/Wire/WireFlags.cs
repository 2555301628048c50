namespace Ixp.Flash.Wire;

/// <summary>Flags of a packet.</summary>
[Flags]
internal enum WireFlags : uint
{
    None = 0,

    /// <summary>Nobody waits for an answer.</summary>
    NonCritical = 0x0001,

    Reply = 0x0002,
    NoCaching = 0x2000,
    Ack = 0x8000,
}
