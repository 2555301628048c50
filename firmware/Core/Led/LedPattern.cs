namespace Appliance.Core.Led;

/// <summary>
/// The language of the one LED, as a function of time: any instant of the three-second frame is lit or dark. No frame of
/// any signal is dark throughout, because dark means dead. The address, which has no frame, is told by
/// <see cref="AddressBlinker"/>.
/// </summary>
public static class LedPattern
{
    /// <summary>Milliseconds of a frame.</summary>
    public const int Frame = 3000;

    /// <summary>Milliseconds of the lamp test.</summary>
    public const int LampTest = 2000;

    public const int Red = 0xFF0000;
    public const int Amber = 0xFF8000;
    public const int Green = 0x00FF00;
    public const int Blue = 0x0000FF;
    public const int White = 0xFFFFFF;

    private const int Short = 120;
    private const int Slow = 200;
    private const int Fast = 80;

    private static readonly int[] Lamps = { Red, Amber, Green, Blue, White };

    /// <param name="subsystem">1 to 7, for warning and critical; others ignore it.</param>
    /// <param name="ms">Any time in milliseconds.</param>
    public static bool IsLit(LedSignal signal, int subsystem, long ms)
    {
        int t = (int)(ms % Frame);
        switch (signal)
        {
            case LedSignal.Starting:
                return t % 200 < 100;
            case LedSignal.Warning:
                return Blinks(t, subsystem, Slow);
            case LedSignal.Critical:
                return Blinks(t % (Frame / 2), subsystem, Fast);
            case LedSignal.Offline:
                return t < 1000 || (t >= 1300 && t < 1300 + Short);
            case LedSignal.Identify:
                return t % 100 < 50;
            case LedSignal.LampTest:
                return true;
            default:
                return t < Short;
        }
    }

    /// <summary>Blue is amber and green together, white is all three.</summary>
    /// <returns>By which of three LEDs a colour is shown: 1 red, 2 amber, 4 green, added; 0 for dark.</returns>
    public static int LampsOf(int colour)
    {
        switch (colour)
        {
            case Red:
                return 1;
            case Amber:
                return 2;
            case Green:
                return 4;
            case Blue:
                return 6;
            case White:
                return 7;
            default:
                return 0;
        }
    }

    /// <param name="ms">Of a lamp test the time since it began, else any time in milliseconds.</param>
    /// <returns>The colour as 0xRRGGBB for a board with an RGB LED; 0 while dark.</returns>
    public static int Colour(LedSignal signal, int subsystem, long ms)
    {
        if (signal == LedSignal.Identify)
        {
            return IsLit(signal, subsystem, ms) ? White : Blue;
        }

        if (!IsLit(signal, subsystem, ms))
        {
            return 0;
        }

        switch (signal)
        {
            case LedSignal.Starting:
                return White;
            case LedSignal.Warning:
                return Amber;
            case LedSignal.Critical:
                return Red;
            case LedSignal.Offline:
                return Blue;
            case LedSignal.LampTest:
                return Lamps[(int)(ms % LampTest) * Lamps.Length / LampTest];
            default:
                return Green;
        }
    }

    private static bool Blinks(int t, int count, int half) => t / (2 * half) < (count < 1 ? 1 : count) && t % (2 * half) < half;
}
