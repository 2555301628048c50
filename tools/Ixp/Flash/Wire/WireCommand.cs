namespace Ixp.Flash.Wire;

/// <summary>Commands of the Wire Protocol that this program knows.</summary>
internal enum WireCommand : uint
{
    /// <summary>Somebody is there. From then on a board sends its text.</summary>
    Ping = 0,

    /// <summary>A piece of text, from the board.</summary>
    Message = 1,

    Reboot = 7,
}
