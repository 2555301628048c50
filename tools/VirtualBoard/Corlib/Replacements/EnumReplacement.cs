namespace VirtualBoard.Corlib.Replacements;

/// <summary>Enums, whose names the device does not know.</summary>
[Replaces(typeof(Enum))]
public static class EnumReplacement
{
    /// <returns>The number.</returns>
    public static string ToString(Enum self) => self.ToString("D");
}
