using System.Text;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>StringBuilder with the device's line end and text of numbers.</summary>
[Replaces(typeof(StringBuilder))]
public static class StringBuilderReplacement
{
    public static StringBuilder Append(StringBuilder self, double value) => self.Append(Formatting.Real(value, null));

    public static StringBuilder Append(StringBuilder self, float value) => self.Append(Formatting.Real(value, null));

    public static StringBuilder Append(StringBuilder self, object value) => self.Append(ObjectReplacement.Text(value));

    public static StringBuilder AppendLine(StringBuilder self) => self.Append("\r\n");

    public static StringBuilder AppendLine(StringBuilder self, string str) => self.Append(str).Append("\r\n");

    public static string ToString(StringBuilder self) => DeviceText.Cut(self.ToString());

    public static string ToString(StringBuilder self, int startIndex, int length) => DeviceText.Cut(self.ToString(startIndex, length));
}
