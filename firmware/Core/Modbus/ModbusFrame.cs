using Appliance.Core.Checksums;
using Appliance.Core.Metrics;

namespace Appliance.Core.Modbus;

/// <summary>Frames of Modbus RTU for reading input registers (Modbus over serial line V1.02).</summary>
public static class ModbusFrame
{
    public const int ReadInputRegisters = 0x04;

    public const int RequestLength = 8;

    /// <summary>An exception reply: address, function with bit 7 set, code, CRC.</summary>
    public const int ExceptionLength = 5;

    /// <summary>Bytes of the reply that carries so many registers.</summary>
    public static int ReplyLength(int registers) => 5 + (2 * registers);

    /// <summary>Writes a request into the first eight bytes.</summary>
    public static void WriteRead(byte[] frame, int slave, int firstRegister, int registers)
    {
        frame[0] = (byte)slave;
        frame[1] = ReadInputRegisters;
        frame[2] = (byte)(firstRegister >> 8);
        frame[3] = (byte)firstRegister;
        frame[4] = (byte)(registers >> 8);
        frame[5] = (byte)registers;
        int crc = Crc16.Modbus(frame, 0, 6);
        frame[6] = (byte)crc;
        frame[7] = (byte)(crc >> 8);
    }

    /// <summary>Checks a reply to a read of input registers.</summary>
    /// <param name="slave">Address that was asked.</param>
    /// <returns>
    /// Ok if the registers can be taken; Timeout for too few bytes; Checksum for a damaged or foreign frame; OutOfRange for an
    /// exception reply: the slave lacks what was asked.
    /// </returns>
    public static Quality CheckReply(byte[] frame, int length, int slave, int registers)
    {
        if (length >= ExceptionLength && frame[0] == slave && frame[1] == (ReadInputRegisters | 0x80))
        {
            return HasCrc(frame, ExceptionLength) ? Quality.OutOfRange : Quality.Checksum;
        }

        int expected = ReplyLength(registers);
        if (length < expected)
        {
            return Quality.Timeout;
        }

        bool isOurs = frame[0] == slave && frame[1] == ReadInputRegisters && frame[2] == 2 * registers;
        return isOurs && HasCrc(frame, expected) ? Quality.Ok : Quality.Checksum;
    }

    /// <returns>A 16-bit register of a checked reply.</returns>
    public static int Register(byte[] frame, int index) => (frame[3 + (2 * index)] << 8) | frame[4 + (2 * index)];

    /// <returns>A 32-bit value in two registers, low word first.</returns>
    public static long LowWordFirst(byte[] frame, int index) => ((long)Register(frame, index + 1) << 16) | (uint)Register(frame, index);

    private static bool HasCrc(byte[] frame, int length)
    {
        int crc = Crc16.Modbus(frame, 0, length - 2);
        return frame[length - 2] == (byte)crc && frame[length - 1] == (byte)(crc >> 8);
    }
}
