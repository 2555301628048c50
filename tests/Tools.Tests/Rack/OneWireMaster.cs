using VirtualBoard.Buses;

namespace Tools.Tests.Rack;

/// <summary>A master that speaks 1-Wire as the datasheet tells it, with the search of Maxim AN187.</summary>
internal sealed class OneWireMaster(OneWireBus bus)
{
    public bool Reset() => bus.Reset();

    public void Write(params ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            for (int bit = 0; bit < 8; bit++)
                bus.Slot((value >> bit & 1) != 0);
        }
    }

    public byte[] Read(int count)
    {
        byte[] bytes = new byte[count];
        for (int bit = 0; bit < 8 * count; bit++)
        {
            if (ReadBit())
                bytes[bit / 8] |= (byte)(1 << (bit % 8));
        }

        return bytes;
    }

    public bool ReadBit() => bus.Slot(true);

    public byte[] ReadScratchpad()
    {
        Reset();
        Write(0xCC, 0xBE);
        return Read(9);
    }

    public byte[] ReadScratchpad(ReadOnlySpan<byte> rom)
    {
        Reset();
        Write(0x55);
        Write(rom);
        Write(0xBE);
        return Read(9);
    }

    public void Convert()
    {
        Reset();
        Write(0xCC, 0x44);
    }

    /// <param name="command">0xF0 for all, 0xEC for those in alarm.</param>
    public List<string> Search(byte command = 0xF0)
    {
        var found = new List<string>();
        byte[] rom = new byte[8];
        int last = 0;
        do
        {
            if (!Reset())
                return found;
            Write(command);
            int zero = 0;
            for (int n = 1; n <= 64; n++)
            {
                bool bit = ReadBit();
                bool complement = ReadBit();
                if (bit && complement)
                    return found;
                bool previous = (rom[(n - 1) / 8] >> ((n - 1) % 8) & 1) != 0;
                bool take = bit != complement ? bit : n < last ? previous : n == last;
                if (!bit && !complement && !take)
                    zero = n;
                int mask = 1 << ((n - 1) % 8);
                rom[(n - 1) / 8] = (byte)(take ? rom[(n - 1) / 8] | mask : rom[(n - 1) / 8] & ~mask);
                bus.Slot(take);
            }

            last = zero;
            found.Add(System.Convert.ToHexString(rom));
        }
        while (last != 0);
        return found;
    }
}
