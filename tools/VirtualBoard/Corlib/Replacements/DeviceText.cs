namespace VirtualBoard.Corlib.Replacements;

/// <summary>Strings as the device stores them: UTF-8 with a terminating zero, so that U+0000 ends a string.</summary>
public static class DeviceText
{
    /// <summary>Literals need none of this: the gate refuses U+0000 in them.</summary>
    public static string Cut(string text)
    {
        int end = text.IndexOf('\0', StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }
}
