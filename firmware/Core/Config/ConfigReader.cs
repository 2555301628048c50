using System.Collections;
using System.Text;
using Appliance.Core.Checksums;

namespace Appliance.Core.Config;

/// <summary>
/// Reads the device's configuration format in one pass. A line is a keyword and <c>name=value</c> pairs, parted by single
/// spaces; a byte that is no printable ASCII, a space, or '%' inside a value is written %XX. The first line names the format, the last one
/// is <c>end crc=</c> with eight hex digits over all bytes before that line.
/// </summary>
public static class ConfigReader
{
    public const string Header = "ixp-config 1";

    internal const string Trailer = "end crc=";

    /// <returns>The lines between header and trailer, each a <see cref="ConfigEntry"/>.</returns>
    /// <exception cref="ConfigException">The file is cut, damaged or malformed.</exception>
    public static ArrayList Read(byte[] file)
    {
        int body = CheckTrailer(file);
        ArrayList entries = new ArrayList();
        int line = 1;
        int start = 0;
        for (int i = 0; i < body; i++)
        {
            if (file[i] != '\n')
            {
                continue;
            }

            if (line == 1)
            {
                CheckHeader(file, start, i);
            }
            else if (i > start && file[start] != '#')
            {
                entries.Add(Entry(file, start, i, line));
            }

            start = i + 1;
            line++;
        }

        if (line == 1)
        {
            CheckHeader(file, 0, 0);
        }

        return entries;
    }

    private static void CheckHeader(byte[] file, int start, int end)
    {
        string text = Encoding.UTF8.GetString(file, start, end - start);
        if (text != Header)
        {
            throw new ConfigException(1, "begins with '" + text + "', not with '" + Header + "'");
        }
    }

    /// <returns>Where the last line begins.</returns>
    private static int CheckTrailer(byte[] file)
    {
        int end = file.Length;
        if (end > 0 && file[end - 1] == '\n')
        {
            end--;
        }

        int start = end;
        while (start > 0 && file[start - 1] != '\n')
        {
            start--;
        }

        string text = Encoding.UTF8.GetString(file, start, end - start);
        if (!text.StartsWith(Trailer))
        {
            throw new ConfigException(0, "the last line is not '" + Trailer + "': the file is cut");
        }

        string expected = Crc32.Of(file, 0, start).ToString("X8");
        if (text.Substring(Trailer.Length) != expected)
        {
            throw new ConfigException(0, "the check sum is not " + expected + ": the file is damaged");
        }

        return start;
    }

    private static ConfigEntry Entry(byte[] file, int start, int end, int line)
    {
        int wordEnd = WordEnd(file, start, end);
        ConfigEntry entry = new ConfigEntry(Decode(file, start, wordEnd, line), line);
        while (wordEnd < end)
        {
            int word = wordEnd + 1;
            wordEnd = WordEnd(file, word, end);
            int equals = word;
            while (equals < wordEnd && file[equals] != '=')
            {
                equals++;
            }

            if (equals == word || equals == wordEnd)
            {
                throw new ConfigException(line, "'" + Encoding.UTF8.GetString(file, word, wordEnd - word) + "' is not name=value");
            }

            entry.Add(Decode(file, word, equals, line), Decode(file, equals + 1, wordEnd, line));
        }

        return entry;
    }

    private static int WordEnd(byte[] file, int start, int end)
    {
        while (start < end && file[start] != ' ')
        {
            start++;
        }

        return start;
    }

    private static string Decode(byte[] file, int start, int end, int line)
    {
        byte[] text = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++)
        {
            int value = file[i];
            if (value == '%')
            {
                value = i + 2 < end ? (HexDigit.Value(file[i + 1]) << 4) | HexDigit.Value(file[i + 2]) : -1;
                i += 2;
            }

            // Zero would cut the string, and less than zero is no pair of hex digits.
            if (value <= 0)
            {
                throw new ConfigException(line, "a '%' is not followed by two hex digits other than 00");
            }

            text[length++] = (byte)value;
        }

        return Encoding.UTF8.GetString(text, 0, length);
    }
}
