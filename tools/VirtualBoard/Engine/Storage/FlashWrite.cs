namespace VirtualBoard.Storage;

/// <summary>One step of the flash that the power can fail before: a block of data, or the commit that makes a change count.</summary>
/// <param name="Number">Counts from 1 since the store was made.</param>
/// <param name="Path">What is changed, from the root and with forward slashes.</param>
/// <param name="IsCommit">True for the last step of a change, after which it survives a power cut.</param>
public readonly record struct FlashWrite(long Number, string Path, bool IsCommit);
