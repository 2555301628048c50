using nanoFramework.Hardware.Esp32.Rmt;

namespace Appliance.App.Indication;

/// <summary>
/// One WS2812B on a pin, by the chip's pulse generator: 24 bits, green, red, blue, highest first; the time that a bit is high
/// tells 1 from 0 (WS2812B data sheet). It keeps its colour while nothing is sent.
/// </summary>
public sealed class Ws2812Light : Light
{
    private const int Bits = 24;

    // 80 MHz by 2 gives ticks of 25 ns.
    private const byte Divider = 2;
    private const byte OneHigh = 32;
    private const byte OneLow = 18;
    private const byte ZeroHigh = 16;
    private const byte ZeroLow = 34;
    private const byte HighLevel = 0x80;

    // A quarter of full light is plenty beside a rack, and 15 mA instead of 60.
    private const int DimShift = 2;
    private const int DimMask = 0x3F3F3F;

    private readonly TransmitterChannel _channel;

    // Two halves a bit: ticks, then 7 bits of more ticks and the level on top.
    private readonly byte[] _symbols = new byte[4 * Bits];

    public Ws2812Light(int pin)
    {
        TransmitChannelSettings settings = new TransmitChannelSettings(pin);
        settings.ClockDivider = Divider;
        settings.IdleLevel = false;
        _channel = new TransmitterChannel(settings);
    }

    public override void Show(bool isLit, int colour)
    {
        int dim = (colour >> DimShift) & DimMask;
        int bits = ((dim & 0x00FF00) << 8) | ((dim & 0xFF0000) >> 8) | (dim & 0x0000FF);
        for (int i = 0; i < Bits; i++)
        {
            bool isOne = ((bits >> (Bits - 1 - i)) & 1) == 1;
            _symbols[4 * i] = isOne ? OneHigh : ZeroHigh;
            _symbols[(4 * i) + 1] = HighLevel;
            _symbols[(4 * i) + 2] = isOne ? OneLow : ZeroLow;
        }

        _channel.SendData(_symbols, true);
    }
}
