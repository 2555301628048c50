namespace Appliance.Core.Config;

/// <summary>Hexadecimal digits of either case.</summary>
public static class HexDigit
{
    /// <returns>0 to 15; so far below zero for what is no digit that a byte made with it is below zero as well.</returns>
    public static int Value(int character)
    {
        if (character >= '0' && character <= '9')
        {
            return character - '0';
        }

        int letter = character | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -256;
    }
}
