using Appliance.Core.Checksums;
using Appliance.Core.Metrics;

namespace Appliance.Core.Modbus;

/// <summary>Frames of Modbus RTU for reading registers (Modbus over serial line V1.02).</summary>
public static class ModbusFrame
{
    public const int ReadHoldingRegisters = 0x03;

    public const int ReadInputRegisters = 0x04;

    public const int RequestLength = 8;

    /// <summary>Sets the energy to zero. Of the PZEM meters alone (makers' user manuals), which answer with the very same frame.</summary>
    public const int ResetEnergy = 0x42;

    public const int ResetLength = 4;

    /// <summary>An exception reply: address, function with bit 7 set, code, CRC.</summary>
    private const int ExceptionLength = 5;

    /// <summary>Bytes of the reply that carries so many registers.</summary>
    public static int ReplyLength(int registers) => 5 + (2 * registers);

    /// <summary>Writes a request into the first eight bytes.</summary>
    /// <param name="function">ReadHoldingRegisters or ReadInputRegisters.</param>
    /// <param name="registers">1 to 125.</param>
    public static void WriteRead(byte[] frame, int slave, int function, int firstRegister, int registers)
    {
        frame[0] = (byte)slave;
        frame[1] = (byte)function;
        frame[2] = (byte)(firstRegister >> 8);
        frame[3] = (byte)firstRegister;
        frame[4] = (byte)(registers >> 8);
        frame[5] = (byte)registers;
        int crc = Crc16.Modbus(frame, 0, 6);
        frame[6] = (byte)crc;
        frame[7] = (byte)(crc >> 8);
    }

    /// <summary>Writes the request to set the energy to zero into the first four bytes.</summary>
    public static void WriteReset(byte[] frame, int slave)
    {
        frame[0] = (byte)slave;
        frame[1] = ResetEnergy;
        int crc = Crc16.Modbus(frame, 0, 2);
        frame[2] = (byte)crc;
        frame[3] = (byte)(crc >> 8);
    }

    /// <summary>Looks for the reply to <see cref="WriteReset"/>; an echo of the request cannot be told from it.</summary>
    /// <returns>Ok, OutOfRange if the meter refuses, else Timeout.</returns>
    public static Quality FindResetReply(byte[] request, byte[] heard, int length)
    {
        for (int start = 0; start + ResetLength <= length; start++)
        {
            if (heard[start] == request[0])
            {
                if (heard[start + 1] == ResetEnergy && HasCrc(heard, start, ResetLength))
                {
                    return Quality.Ok;
                }

                if (heard[start + 1] == (ResetEnergy | 0x80) && start + ExceptionLength <= length && HasCrc(heard, start, ExceptionLength))
                {
                    return Quality.OutOfRange;
                }
            }
        }

        return Quality.Timeout;
    }

    /// <summary>
    /// Looks for the reply to a request among the bytes heard since. It may stand behind noise, an echo of the request, or the
    /// late answer of another slave: what counts is a frame of the slave and function that were asked, whole and with its CRC.
    /// </summary>
    /// <param name="heard">Any bytes, as many as <paramref name="length"/> says.</param>
    /// <param name="start">Where the reply begins, if it is Ok.</param>
    /// <returns>
    /// Ok if its registers can be taken. OutOfRange for an exception reply: the slave lives and lacks what was asked, or cannot
    /// measure. Timeout for fewer bytes than a reply has, not counting an echo. Checksum for more that are none.
    /// </returns>
    public static Quality FindReply(byte[] request, byte[] heard, int length, out int start)
    {
        int registers = request[5];
        int expected = ReplyLength(registers);
        for (start = 0; start + ExceptionLength <= length; start++)
        {
            if (heard[start] != request[0])
            {
                continue;
            }

            int function = heard[start + 1];
            if (function == (request[1] | 0x80) && HasCrc(heard, start, ExceptionLength))
            {
                return Quality.OutOfRange;
            }

            if (function == request[1] && heard[start + 2] == 2 * registers
                && start + expected <= length && HasCrc(heard, start, expected))
            {
                return Quality.Ok;
            }
        }

        start = 0;
        int foreign = IsEcho(request, heard, length) ? length - RequestLength : length;
        return foreign < expected ? Quality.Timeout : Quality.Checksum;
    }

    /// <param name="start">Where the reply begins.</param>
    /// <returns>A 16-bit register of a reply that was found.</returns>
    public static int Register(byte[] heard, int start, int index) =>
        (heard[start + 3 + (2 * index)] << 8) | heard[start + 4 + (2 * index)];

    /// <param name="start">Where the reply begins.</param>
    /// <returns>A 32-bit value in two registers, low word first.</returns>
    public static long LowWordFirst(byte[] heard, int start, int index) =>
        ((long)Register(heard, start, index + 1) << 16) | (uint)Register(heard, start, index);

    private static bool IsEcho(byte[] request, byte[] heard, int length)
    {
        bool isEcho = length >= RequestLength;
        for (int i = 0; isEcho && i < RequestLength; i++)
        {
            isEcho = heard[i] == request[i];
        }

        return isEcho;
    }

    private static bool HasCrc(byte[] bytes, int start, int length)
    {
        int crc = Crc16.Modbus(bytes, start, length - 2);
        return bytes[start + length - 2] == (byte)crc && bytes[start + length - 1] == (byte)(crc >> 8);
    }
}
