namespace VirtualBoard.Storage;

/// <summary>What went wrong in the file system, with the codes of the device's <c>IOException.ErrorCode</c>.</summary>
public enum FlashError
{
    Others = unchecked((int)0xE0000000),
    InvalidDriver = unchecked((int)0xE1000000),
    FileNotFound = unchecked((int)0xE2000000),
    DirectoryNotFound = unchecked((int)0xE3000000),
    VolumeNotFound = unchecked((int)0xE4000000),
    PathTooLong = unchecked((int)0xE5000000),
    DirectoryNotEmpty = unchecked((int)0xE6000000),
    UnauthorizedAccess = unchecked((int)0xE7000000),
    PathAlreadyExists = unchecked((int)0xE8000000),
    TooManyOpenHandles = unchecked((int)0xE9000000),
}
