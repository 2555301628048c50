namespace Appliance.Core.Led;

/// <summary>
/// An IPv4 address for somebody who counts blinks, as a function of time: each digit as so many blinks, 0 as one long one,
/// a pause after each digit and a longer one after each number. Dark for a while before and after.
/// </summary>
public sealed class AddressBlinker
{
    /// <summary>Milliseconds of a blink, and of the dark between two of one digit.</summary>
    public const int Blink = 300;

    /// <summary>Milliseconds of the one blink of a 0.</summary>
    public const int Long = 1200;

    /// <summary>Milliseconds of dark between two digits.</summary>
    public const int DigitPause = 1200;

    /// <summary>Milliseconds of dark between two numbers, before the first and after the last.</summary>
    public const int NumberPause = 2400;

    // Four numbers of three digits.
    private const int Most = 12;

    private readonly byte[] _digits = new byte[Most];
    private readonly int[] _pauses = new int[Most];
    private readonly int _count;

    /// <param name="address">Dotted decimal; null where there is none, which is told as 0.0.0.0. What is no digit ends a number.</param>
    public AddressBlinker(string address)
    {
        char[] text = (address ?? "0.0.0.0").ToCharArray();
        Duration = NumberPause;
        for (int i = 0; i < text.Length && _count < Most; i++)
        {
            if (text[i] >= '0' && text[i] <= '9')
            {
                bool isLast = i + 1 == text.Length || text[i + 1] < '0' || text[i + 1] > '9';
                _digits[_count] = (byte)(text[i] - '0');
                _pauses[_count] = isLast ? NumberPause : DigitPause;
                Duration += Length(_digits[_count]) + _pauses[_count];
                _count++;
            }
        }
    }

    /// <summary>Milliseconds of the whole.</summary>
    public int Duration { get; }

    /// <param name="ms">Time since it began.</param>
    public bool IsLit(long ms)
    {
        long t = ms - NumberPause;
        for (int i = 0; i < _count && t >= 0; i++)
        {
            int length = Length(_digits[i]);
            if (t < length)
            {
                return _digits[i] == 0 || t % (2 * Blink) < Blink;
            }

            t -= length + _pauses[i];
        }

        return false;
    }

    private static int Length(int digit) => digit == 0 ? Long : ((2 * digit) - 1) * Blink;
}
