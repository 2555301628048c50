using System;
using System.Device.I2c;
using Appliance.Core.Chips;

namespace Appliance.Drivers.Scan;

/// <summary>
/// Finds out what answers at one I2C address, by reading only: identification registers, or the serial number or status of
/// the Sensirion parts. A pointer or a command that one of these parts does not know is refused by it or leads nowhere, and no
/// trial sends enough bytes to write a register of any of them.
/// </summary>
internal sealed class I2cLook : IDisposable
{
    /// <summary>Until the answer to a command of the Sensirion parts is read: 1 ms, and the clock can be two ticks off.</summary>
    public const int AnswerMs = 30;

    private const int TexasInstruments = 0x5449;

    private static readonly byte[] Sht4xSerial = { 0x89 };
    private static readonly byte[] Sht3xStatus = { 0xF3, 0x2D };

    private readonly byte[] _pointer = new byte[1];
    private readonly byte[] _word = new byte[2];
    private readonly I2cDevice _device;
    private readonly int _address;
    private int _trial;

    public I2cLook(int bus, int address)
    {
        _address = address;
        _device = new I2cDevice(new I2cConnectionSettings(bus, address));
    }

    /// <summary>Something acknowledged the address.</summary>
    public bool IsPresent { get; private set; }

    /// <summary>A line is held: nothing can be said of any address.</summary>
    public bool IsBusShorted { get; private set; }

    /// <summary>What it is; with a question mark if it only looks so; null if that cannot be told.</summary>
    public string Part { get; private set; }

    /// <summary>Goes on looking.</summary>
    /// <returns>False when all is known; true if it wants to go on after <see cref="AnswerMs"/>.</returns>
    public bool Step()
    {
        bool isSht = _address >= 0x44 && _address <= 0x46;
        switch (_trial++)
        {
            case 0:
                if (isSht)
                {
                    return Send(Sht4xSerial) || !IsBusShorted;
                }

                Part = RegisterPart();
                return false;
            case 1:
                Part = IsSound(2) ? "sht4x" : RegisterPart();
                return Part == null && !IsBusShorted && Send(Sht3xStatus);
            default:
                Part = IsSound(1) ? "sht3x" : null;
                return false;
        }
    }

    public void Dispose() => _device.Dispose();

    private string RegisterPart()
    {
        if (_address >= 0x76)
        {
            return ReadWord(0xD0) < 0 ? null : BoschPart();
        }

        if (ReadWord(0xFE) == TexasInstruments && ReadWord(0xFF) == 0x2260)
        {
            return "ina226";
        }

        if (ReadWord(0x3E) == TexasInstruments && (ReadWord(0x3F) & 0xFFF0) == 0x2280)
        {
            return "ina228";
        }

        // It has no identification, only a value that its configuration has after power-on.
        if (ReadWord(0x00) == 0x399F)
        {
            return "ina219?";
        }

        // Thresholds as after power-on, which nobody changes who does not use the comparator.
        bool isAds1115 = _address >= 0x48 && _address <= 0x4B && ReadWord(0x02) == 0x8000 && ReadWord(0x03) == 0x7FFF;
        return isAds1115 ? "ads1115" : null;
    }

    private string BoschPart() => _word[0] == 0x60 ? "bme280" : _word[0] == 0x58 ? "bmp280" : null;

    /// <returns>The word, or -1 if it was not acknowledged.</returns>
    private int ReadWord(byte register)
    {
        if (IsBusShorted)
        {
            return -1;
        }

        _pointer[0] = register;
        return Take(_device.WriteRead(new SpanByte(_pointer), new SpanByte(_word))) ? (_word[0] << 8) | _word[1] : -1;
    }

    private bool Send(byte[] command) => Take(_device.Write(new SpanByte(command)));

    /// <returns>True if so many words come, each with its check byte.</returns>
    private bool IsSound(int words)
    {
        byte[] reply = new byte[words * SensirionWord.Length];
        bool isSound = Take(_device.Read(new SpanByte(reply)));
        for (int i = 0; isSound && i < words; i++)
        {
            isSound = SensirionWord.TryRead(reply, i * SensirionWord.Length, out int _);
        }

        return isSound;
    }

    private bool Take(I2cTransferResult result)
    {
        bool isFull = result.Status == I2cTransferStatus.FullTransfer;
        IsPresent |= isFull;
        IsBusShorted |= result.Status == I2cTransferStatus.ClockStretchTimeout;
        return isFull;
    }
}
