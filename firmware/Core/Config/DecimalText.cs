using System.Text;
using Appliance.Core.Json;

namespace Appliance.Core.Config;

/// <summary>Fixed-point numbers as people write them: with two decimals, 28.5 is 2850.</summary>
public static class DecimalText
{
    /// <summary>So many digits, those that are added included, fit a long.</summary>
    private const int MostDigits = 17;

    /// <returns>False for what is no number, or has more decimals.</returns>
    public static bool TryParse(string text, int decimals, out long value)
    {
        char[] characters = text.ToCharArray();
        int first = characters.Length > 0 && characters[0] == '-' ? 1 : 0;
        int digits = 0;
        int behind = -1;
        value = 0;
        for (int i = first; i < characters.Length; i++)
        {
            char c = characters[i];
            if (c >= '0' && c <= '9' && digits < MostDigits)
            {
                value = (value * 10) + (c - '0');
                digits++;
                behind += behind < 0 ? 0 : 1;
            }
            else if (c == '.' && behind < 0 && digits > 0)
            {
                behind = 0;
            }
            else
            {
                return false;
            }
        }

        int missing = behind < 0 ? decimals : decimals - behind;
        if (digits == 0 || behind == 0 || missing < 0 || digits + missing > MostDigits)
        {
            return false;
        }

        for (; missing > 0; missing--)
        {
            value *= 10;
        }

        value = first == 1 ? -value : value;
        return true;
    }

    public static string Of(long value, int decimals)
    {
        JsonWriter text = new JsonWriter(new byte[24]);
        text.Fixed(value, decimals);
        byte[] bytes = text.ToArray();
        return Encoding.UTF8.GetString(bytes, 0, bytes.Length);
    }
}
