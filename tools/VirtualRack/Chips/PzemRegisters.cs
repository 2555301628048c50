namespace VirtualRack.Chips;

/// <summary>The functions that the PZEM meters share (makers' user manuals, section 2).</summary>
internal abstract class PzemRegisters
{
    private const int Password = 0x3721;

    public byte Address { get; set; }

    /// <param name="request">Address, function and data of a sound frame.</param>
    /// <returns>Address, function and data of the reply.</returns>
    public byte[] Answer(ReadOnlySpan<byte> request, bool stuck, bool outOfRange)
    {
        byte to = request[0];
        byte function = request[1];
        var data = request[2..];
        return function switch
        {
            0x03 => Slice(to, 0x03, data, Holding()),
            0x04 => Slice(to, 0x04, data, Inputs(stuck, outOfRange)),
            0x06 => WriteOne(to, data, request),
            0x42 => ResetEnergy(to, data, request),
            0x41 => Calibrate(to, data, request),
            _ => Exception(to, function, 1),
        };
    }

    protected abstract ushort[] Holding();

    /// <param name="stuck">The values of the first look after it began.</param>
    /// <param name="outOfRange">Values that the meter cannot measure.</param>
    protected abstract ushort[] Inputs(bool stuck, bool outOfRange);

    /// <returns>0, or the code of the exception.</returns>
    protected abstract byte Store(int register, int value);

    protected abstract void ResetEnergy();

    protected static uint Count(double value, double unit, uint most) =>
        double.IsNaN(value) ? 0 : (uint)Math.Clamp(Math.Round(value / unit), 0, most);

    /// <summary>Two registers, low word first.</summary>
    protected static void Long(Span<ushort> words, uint value)
    {
        words[0] = (ushort)value;
        words[1] = (ushort)(value >> 16);
    }

    protected byte StoreAddress(int value)
    {
        if (value is < 1 or > 0xF7)
            return 3;
        Address = (byte)value;
        return 0;
    }

    private static byte[] Exception(byte to, byte function, byte code) => [to, (byte)(function | 0x80), code];

    private static int Word(ReadOnlySpan<byte> data, int index) => data[2 * index] << 8 | data[(2 * index) + 1];

    private static byte[] Reply(byte to, byte function, ReadOnlySpan<ushort> words)
    {
        byte[] reply = new byte[3 + (2 * words.Length)];
        reply[0] = to;
        reply[1] = function;
        reply[2] = (byte)(2 * words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            reply[3 + (2 * i)] = (byte)(words[i] >> 8);
            reply[4 + (2 * i)] = (byte)words[i];
        }

        return reply;
    }

    private static byte[] Slice(byte to, byte function, ReadOnlySpan<byte> data, ReadOnlySpan<ushort> words)
    {
        if (data.Length != 4 || Word(data, 1) == 0)
            return Exception(to, function, 3);
        int first = Word(data, 0);
        int count = Word(data, 1);
        return first + count > words.Length ? Exception(to, function, 2) : Reply(to, function, words.Slice(first, count));
    }

    private static byte[] Calibrate(byte to, ReadOnlySpan<byte> data, ReadOnlySpan<byte> request) =>
        to != PzemMeter.GeneralAddress ? Exception(to, 0x41, 1)
        : data.Length != 2 || Word(data, 0) != Password ? Exception(to, 0x41, 3)
        : request.ToArray();

    private byte[] WriteOne(byte to, ReadOnlySpan<byte> data, ReadOnlySpan<byte> request)
    {
        byte code = data.Length == 4 ? Store(Word(data, 0), Word(data, 1)) : (byte)3;
        return code == 0 ? request.ToArray() : Exception(to, 0x06, code);
    }

    private byte[] ResetEnergy(byte to, ReadOnlySpan<byte> data, ReadOnlySpan<byte> request)
    {
        if (data.Length != 0)
            return Exception(to, 0x42, 3);
        ResetEnergy();
        return request.ToArray();
    }
}
