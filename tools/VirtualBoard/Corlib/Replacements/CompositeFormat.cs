using System.Text;

namespace VirtualBoard.Corlib.Replacements;

/// <summary>Format texts with holes: {index[,alignment][:format]}, braces doubled to escape them.</summary>
internal static class CompositeFormat
{
    /// <exception cref="IndexOutOfRangeException">A hole names an argument that is not there.</exception>
    /// <exception cref="FormatException">A brace is alone, or a hole is malformed.</exception>
    public static string Fill(string format, object?[] args)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(args);
        var text = new StringBuilder();
        for (int i = 0; i < format.Length; i++)
        {
            char c = format[i];
            if (c is not ('{' or '}'))
            {
                text.Append(c);
            }
            else if (i + 1 < format.Length && format[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else
            {
                int end = c == '{' ? format.IndexOf('}', i) : -1;
                if (end < 0)
                    throw new FormatException("A brace stands alone in the format: " + format);
                text.Append(Hole(format[(i + 1)..end], args));
                i = end;
            }
        }

        return DeviceText.Cut(text.ToString());
    }

    private static string Hole(string hole, object?[] args)
    {
        int colon = hole.IndexOf(':', StringComparison.Ordinal);
        string[] head = (colon < 0 ? hole : hole[..colon]).Split(',');
        int width = 0;
        if (head.Length > 2 || !int.TryParse(head[0], out int index) || (head.Length == 2 && !int.TryParse(head[1], out width)))
            throw new FormatException("A hole of a format is {index}, {index,width} or {index:format}, not {" + hole + "}.");
        if (index < 0 || index >= args.Length)
            throw new IndexOutOfRangeException($"The format asks for argument {index}, of {args.Length}.");

        string text = Text(args[index], colon < 0 ? null : hole[(colon + 1)..]);
        return width < 0 ? text.PadRight(-width) : text.PadLeft(width);
    }

    private static string Text(object? value, string? format)
    {
        if (string.IsNullOrEmpty(format))
            return ObjectReplacement.Text(value);

        return value switch
        {
            double d => Formatting.Real(d, format),
            float f => Formatting.Real(f, format),
            DateTime t => DateTimeReplacement.ToString(ref t, format),
            sbyte or byte or short or ushort or int or uint or long or ulong => Formatting.Integer((IFormattable)value, format),
            _ => ObjectReplacement.Text(value),
        };
    }
}
