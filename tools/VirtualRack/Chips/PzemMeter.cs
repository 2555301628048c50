using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>
/// What the PZEM meters share: a Modbus slave at 9600 baud, eight bits, no parity (makers' user manuals). The measuring side
/// lives on what it measures: without that it is silent. All state is touched by the time base alone, so it needs no lock.
/// </summary>
public abstract class PzemMeter : FaultyChip<PzemFaults>, ISerialPeer
{
    public const byte GeneralAddress = 0xF8;

    private const byte HighestAddress = 0xF7;
    private const long CalibrationMicros = 3_000_000;
    private const long LateMicros = 500_000;
    private const int BabbleBytes = 40;

    private readonly TimeBase _time;
    private readonly PzemRegisters _registers;
    private readonly List<byte> _frame = [];
    private readonly Noise _garbage = new(0x004, 3);

    private long _lastByteAt = long.MinValue / 2;
    private Deadline? _answer;
    private long _replies;

    /// <param name="address">1 to 0xF7.</param>
    private protected PzemMeter(TimeBase time, PzemRegisters registers, byte address)
    {
        ArgumentOutOfRangeException.ThrowIfZero(address);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(address, HighestAddress);
        _time = time;
        _registers = registers;
        _registers.Address = address;
    }

    /// <summary>The slave address, which a master can change.</summary>
    public byte Address => _registers.Address;

    /// <summary>From the end of a request to the first byte of the reply; at least the 3.5 characters of silence.</summary>
    public TimeSpan ReplyDelay { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>What is measured also feeds the meter, and is there.</summary>
    protected abstract bool IsFed { get; }

    public void Receive(SerialLine line, ReadOnlySpan<byte> data)
    {
        byte[] bytes = data.ToArray();
        long now = _time.NowMicros;
        long began = now - line.Duration(bytes.Length);
        bool understands = Understands(line);
        _time.Schedule(now, () =>
        {
            if (Has(PzemFaults.Echo))
                line.Deliver(bytes);
            if (understands)
                Hear(line, bytes, began, now);
        });
    }

    private void Hear(SerialLine line, byte[] bytes, long began, long endedAt)
    {
        if (began - _lastByteAt > line.Duration(7) / 2)
            _frame.Clear();
        _lastByteAt = endedAt;
        if (_frame.Count + bytes.Length > 256)
            _frame.Clear();
        _frame.AddRange(bytes);
        _answer?.Cancel();
        _answer = _time.Schedule(endedAt + (long)ReplyDelay.TotalMicroseconds, () => Consider(line));
    }

    private void Consider(SerialLine line)
    {
        byte[] request = [.. _frame];
        _frame.Clear();
        if (Has(PzemFaults.Absent) || !IsFed || !ModbusFrame.IsSound(request))
            return;
        if (Has(PzemFaults.Babble))
        {
            line.Deliver(Babble());
            return;
        }

        if (request[0] != 0 && request[0] != Address && request[0] != GeneralAddress)
            return;

        byte[] content = Has(PzemFaults.SlaveFailure)
            ? [request[0], (byte)(request[1] | 0x80), 4]
            : _registers.Answer(request.AsSpan(0, request.Length - 2), Has(PzemFaults.Stuck), Has(PzemFaults.OutOfRange));
        if (request[0] == 0)
            return;

        byte[] reply = Spoil(content);
        long delay = line.Duration(reply.Length)
            + (request[1] == 0x41 ? CalibrationMicros : 0)
            + (Has(PzemFaults.LateReply) ? LateMicros : 0);
        _time.Schedule(_time.NowMicros + delay, () => line.Deliver(Understands(line) ? reply : Garble(reply)));
    }

    private byte[] Spoil(byte[] content)
    {
        _replies++;
        if (Has(PzemFaults.WrongAddress))
            content[0] ^= 0x10;
        byte[] reply = ModbusFrame.Seal(content);
        if (Has(PzemFaults.CrcError))
            reply[^1] ^= 0x08;
        if (Has(PzemFaults.Truncated))
            reply = reply[..(reply.Length / 2)];
        if (Has(PzemFaults.Garbage))
            reply = [.. BitConverter.GetBytes(_garbage.Bits(_replies)), .. reply];
        return reply;
    }

    private byte[] Babble()
    {
        byte[] bytes = new byte[BabbleBytes];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)_garbage.Bits(_replies++);
        return bytes;
    }

    /// <summary>The line is set as the meter's own.</summary>
    protected virtual bool Understands(SerialLine line) =>
        line is { BaudRate: > 9300 and < 9900, DataBits: 8, Parity: 'N' };

    /// <summary>What a receiver at another speed makes of the bits: fewer bytes, none of them right.</summary>
    private static byte[] Garble(byte[] bytes)
    {
        byte[] garbled = new byte[(bytes.Length + 1) / 2];
        for (int i = 0; i < garbled.Length; i++)
            garbled[i] = (byte)(bytes[2 * i] ^ 0xA5 | 0x80);
        return garbled;
    }
}
