namespace Appliance.Core.Checksums;

/// <summary>CRC-16 of Modbus RTU: polynomial 0xA001 reflected, initial 0xFFFF; goes over the wire low byte first.</summary>
public static class Crc16
{
    public static ushort Modbus(byte[] data, int offset, int count)
    {
        int crc = 0xFFFF;
        for (int i = 0; i < count; i++)
        {
            crc ^= data[offset + i];
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1;
            }
        }

        return (ushort)crc;
    }
}
