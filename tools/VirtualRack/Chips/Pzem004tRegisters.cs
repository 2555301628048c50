namespace VirtualRack.Chips;

/// <summary>Registers and functions of a PZEM-004T (maker's user manual V3.0, sections 2.3 to 2.7).</summary>
internal sealed class Pzem004tRegisters(Func<AcReading> reading)
{
    private const int InputCount = 10;
    private const int Password = 0x3721;

    private AcReading _frozen;
    private bool _isFrozen;
    private double _energyAtReset;
    private ushort _alarmWatts = 23_000;

    public byte Address { get; set; }

    public double Volts => reading().Volts;

    /// <param name="request">Address, function and data of a sound frame.</param>
    /// <returns>Address, function and data of the reply.</returns>
    public byte[] Answer(ReadOnlySpan<byte> request, bool stuck, bool outOfRange)
    {
        byte to = request[0];
        byte function = request[1];
        var data = request[2..];
        return function switch
        {
            0x03 => Holding(to, data),
            0x04 => Inputs(to, data, stuck, outOfRange),
            0x06 => WriteOne(to, data, request),
            0x42 => ResetEnergy(to, data, request),
            0x41 => Calibrate(to, data, request),
            _ => Exception(to, function, 1),
        };
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

    private byte[] Holding(byte to, ReadOnlySpan<byte> data) => Slice(to, 0x03, data, [0, _alarmWatts, Address]);

    private byte[] Inputs(byte to, ReadOnlySpan<byte> data, bool stuck, bool outOfRange)
    {
        if (!stuck || !_isFrozen)
            _frozen = reading();
        _isFrozen = stuck;
        var r = outOfRange ? _frozen with { Volts = 6553.5, Amps = 999.999 } : _frozen;

        Span<ushort> words = stackalloc ushort[InputCount];
        words[0] = (ushort)Count(r.Volts, 0.1, ushort.MaxValue);
        Long(words[1..], Count(r.Amps, 0.001, uint.MaxValue));
        Long(words[3..], Count(r.Watts, 0.1, uint.MaxValue));
        Long(words[5..], Count(Math.Floor(r.WattHours - _energyAtReset), 1, 9_999_990));
        words[7] = (ushort)Count(r.Hertz, 0.1, ushort.MaxValue);
        words[8] = (ushort)Count(r.PowerFactor, 0.01, 100);
        words[9] = r.Watts > _alarmWatts ? (ushort)0xFFFF : (ushort)0;
        return Slice(to, 0x04, data, words);
    }

    private byte[] WriteOne(byte to, ReadOnlySpan<byte> data, ReadOnlySpan<byte> request)
    {
        if (data.Length != 4)
            return Exception(to, 0x06, 3);
        int value = Word(data, 1);
        switch (Word(data, 0))
        {
            case 1:
                _alarmWatts = (ushort)value;
                return request.ToArray();
            case 2 when value is < 1 or > 0xF7:
                return Exception(to, 0x06, 3);
            case 2:
                Address = (byte)value;
                return request.ToArray();
            default:
                return Exception(to, 0x06, 2);
        }
    }

    private byte[] ResetEnergy(byte to, ReadOnlySpan<byte> data, ReadOnlySpan<byte> request)
    {
        if (data.Length != 0)
            return Exception(to, 0x42, 3);
        _energyAtReset = reading().WattHours;
        return request.ToArray();
    }

    private static byte[] Calibrate(byte to, ReadOnlySpan<byte> data, ReadOnlySpan<byte> request) =>
        to != Pzem004t.GeneralAddress ? Exception(to, 0x41, 1)
        : data.Length != 2 || Word(data, 0) != Password ? Exception(to, 0x41, 3)
        : request.ToArray();

    private static uint Count(double value, double unit, uint most) =>
        double.IsNaN(value) ? 0 : (uint)Math.Clamp(Math.Round(value / unit), 0, most);

    /// <summary>Two registers, low word first.</summary>
    private static void Long(Span<ushort> words, uint value)
    {
        words[0] = (ushort)value;
        words[1] = (ushort)(value >> 16);
    }
}
