using System.Collections;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>Strings: ordinal, ASCII case, ended by U+0000, and with the device's text of what is put into them.</summary>
[Replaces(typeof(string))]
public static class StringReplacement
{
    public static string New(char[] value) => DeviceText.Cut(new string(value));

    public static string New(char[] value, int startIndex, int length) => DeviceText.Cut(new string(value, startIndex, length));

    public static string New(char c, int count) => DeviceText.Cut(new string(c, count));

    public static string Concat(object arg0) => ObjectReplacement.Text(arg0);

    public static string Concat(object arg0, object arg1) => ObjectReplacement.Text(arg0) + ObjectReplacement.Text(arg1);

    public static string Concat(object arg0, object arg1, object arg2) =>
        ObjectReplacement.Text(arg0) + ObjectReplacement.Text(arg1) + ObjectReplacement.Text(arg2);

    public static string Concat(object[] args) => string.Concat(Array.ConvertAll(args, ObjectReplacement.Text));

    public static string Format(string format, object[] args) => CompositeFormat.Fill(format, args);

    /// <returns>The difference of the first characters that differ, or of the lengths.</returns>
    public static int Compare(string strA, string strB) => string.CompareOrdinal(strA, strB);

    public static int CompareTo(string self, string strB) => string.CompareOrdinal(self, strB);

    public static int CompareTo(string self, object value) => value is null or string
        ? string.CompareOrdinal(self, (string?)value)
        : throw new ArgumentException("A string is compared with a string only.", nameof(value));

    public static string ToLower(string self) => Map(self, char.IsAsciiLetterUpper);

    public static string ToUpper(string self) => Map(self, char.IsAsciiLetterLower);

    public static int IndexOf(string self, string value) => self.IndexOf(value, StringComparison.Ordinal);

    public static int IndexOf(string self, string value, int startIndex) => self.IndexOf(value, startIndex, StringComparison.Ordinal);

    public static int IndexOf(string self, string value, int startIndex, int count) =>
        self.IndexOf(value, startIndex, count, StringComparison.Ordinal);

    public static int LastIndexOf(string self, string value) => self.LastIndexOf(value, StringComparison.Ordinal);

    public static int LastIndexOf(string self, string value, int startIndex) =>
        self.LastIndexOf(value, startIndex, StringComparison.Ordinal);

    public static int LastIndexOf(string self, string value, int startIndex, int count) =>
        self.LastIndexOf(value, startIndex, count, StringComparison.Ordinal);

    public static bool StartsWith(string self, string value) => self.StartsWith(value, StringComparison.Ordinal);

    public static bool EndsWith(string self, string value) => self.EndsWith(value, StringComparison.Ordinal);

    public static IEnumerator GetEnumerator(string self) => self.ToCharArray().GetEnumerator();

    private static string Map(string text, Func<char, bool> other) =>
        string.Create(text.Length, (text, other), static (span, state) =>
        {
            for (int i = 0; i < span.Length; i++)
                span[i] = state.other(state.text[i]) ? (char)(state.text[i] ^ 0x20) : state.text[i];
        });
}
