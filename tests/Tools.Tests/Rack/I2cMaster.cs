using VirtualBoard.Buses;

namespace Tools.Tests.Rack;

/// <summary>A master on a bus with one slave.</summary>
internal sealed class I2cMaster(II2cSlave slave)
{
    /// <returns>False when address or a byte was not acknowledged.</returns>
    public bool Write(params ReadOnlySpan<byte> bytes)
    {
        bool acknowledged = slave.Start(read: false);
        foreach (byte value in bytes)
            acknowledged = acknowledged && slave.Write(value);
        slave.Stop();
        return acknowledged;
    }

    /// <returns>Null when the address was not acknowledged.</returns>
    public byte[]? Read(int count)
    {
        byte[]? bytes = null;
        if (slave.Start(read: true))
        {
            bytes = new byte[count];
            for (int i = 0; i < count; i++)
                bytes[i] = slave.Read();
        }

        slave.Stop();
        return bytes;
    }

    /// <summary>Write and read with a repeated start between them.</summary>
    public byte[]? WriteRead(byte command, int count)
    {
        if (!slave.Start(read: false) || !slave.Write(command))
            return null;
        return Read(count);
    }
}
