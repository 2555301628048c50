namespace VirtualRack.Chips;

/// <summary>Frames of Modbus RTU (Modbus over serial line V1.02, section 2.5.1): content and a CRC-16, low byte first.</summary>
public static class ModbusFrame
{
    /// <summary>Polynomial 0xA001 reflected, start 0xFFFF.</summary>
    public static ushort Crc(ReadOnlySpan<byte> data)
    {
        int crc = 0xFFFF;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1;
        }

        return (ushort)crc;
    }

    /// <returns>The content with its CRC behind it.</returns>
    public static byte[] Seal(ReadOnlySpan<byte> content)
    {
        ushort crc = Crc(content);
        return [.. content, (byte)crc, (byte)(crc >> 8)];
    }

    /// <returns>True for a frame of at least address, function and a right CRC.</returns>
    public static bool IsSound(ReadOnlySpan<byte> frame) =>
        frame.Length >= 4 && Crc(frame[..^2]) == (frame[^2] | frame[^1] << 8);
}
