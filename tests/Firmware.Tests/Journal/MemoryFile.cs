using System;

namespace Appliance.Tests.Journal;

/// <summary>A file of <see cref="MemoryStore"/>.</summary>
internal sealed class MemoryFile
{
    public MemoryFile(int number)
    {
        Number = number;
    }

    public int Number { get; }

    public byte[] Bytes { get; private set; } = new byte[0];

    public bool IsLayout => Bytes.Length > 2 && Bytes[2] == (byte)'L';

    public MemoryFile Clone() => new MemoryFile(Number) { Bytes = (byte[])Bytes.Clone() };

    public void Append(byte[] bytes, int count)
    {
        byte[] longer = new byte[Bytes.Length + count];
        Array.Copy(Bytes, 0, longer, 0, Bytes.Length);
        Array.Copy(bytes, 0, longer, Bytes.Length, count);
        Bytes = longer;
    }

    public void Cut(int length)
    {
        byte[] shorter = new byte[length];
        Array.Copy(Bytes, 0, shorter, 0, length);
        Bytes = shorter;
    }
}
