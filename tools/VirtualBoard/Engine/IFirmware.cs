namespace VirtualBoard;

/// <summary>A program that a board boots.</summary>
public interface IFirmware
{
    /// <summary>Makes a fresh copy, with fresh statics, for one boot; the result is its entry point.</summary>
    Action Load(Board board);
}
