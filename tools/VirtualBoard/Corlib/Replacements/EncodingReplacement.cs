using System.Text;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>Text of bytes, which ends at U+0000 as every string of the device does.</summary>
[Replaces(typeof(Encoding))]
public static class EncodingReplacement
{
    public static string GetString(Encoding self, byte[] bytes, int index, int count) =>
        DeviceText.Cut(self.GetString(bytes, index, count));
}
