namespace VirtualBoard.Corlib.Replacements;

/// <summary>Characters.</summary>
[Replaces(typeof(char))]
public static class CharReplacement
{
    public static char ToLower(ref char self) => char.IsAsciiLetterUpper(self) ? (char)(self | 0x20) : self;

    public static char ToUpper(ref char self) => char.IsAsciiLetterLower(self) ? (char)(self & ~0x20) : self;

    public static string ToString(ref char self) => DeviceText.Cut(self.ToString());
}
