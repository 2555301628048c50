using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>The first LED of a WS2812B chain: 24 bits, green, red, blue, highest bit first; the high time tells the bit.</summary>
public sealed class Ws2812 : LedWatcher
{
    private const int Bits = 24;

    public Ws2812(TimeBase time, Pin pin)
        : base(time) => pin.Waveform += (_, pulses) => Receive(pulses);

    /// <summary>Frames whose timing or length no WS2812B would take.</summary>
    public int BadFrames { get; private set; }

    private void Receive(IReadOnlyList<(bool Level, int Nanoseconds)> pulses)
    {
        int data = 0;
        int count = 0;
        foreach (var (level, nanoseconds) in pulses)
        {
            if (!level)
                continue;
            if (Bit(nanoseconds) is not { } bit)
            {
                BadFrames++;
                return;
            }

            if (count < Bits)
                data = data << 1 | bit;
            count++;
        }

        if (count == 0 || count % Bits != 0)
            BadFrames++;
        else
            Show(new LedColour((byte)(data >> 8), (byte)(data >> 16), (byte)data));
    }

    /// <summary>The union of the windows of the classic, V5 and 2020 parts, and the long 1 that the Ws2812c driver sends.</summary>
    private static int? Bit(int highNanoseconds) => highNanoseconds switch
    {
        >= 200 and <= 550 => 0,
        >= 560 and <= 1400 => 1,
        _ => null,
    };
}
