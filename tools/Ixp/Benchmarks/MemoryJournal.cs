using Appliance.Core.Journal;

namespace Ixp.Benchmarks;

/// <summary>Files of a journal that no flash holds.</summary>
internal sealed class MemoryJournal : IJournalStore
{
    private readonly SortedDictionary<int, byte[]> _files = [];

    /// <summary>Bytes of all files.</summary>
    public long Bytes => _files.Values.Sum(f => (long)f.Length);

    public bool Append(int number, byte[] bytes, int count)
    {
        _files[number] = [.. _files.GetValueOrDefault(number) ?? [], .. bytes.AsSpan(0, count)];
        return true;
    }

    public int List(int[] numbers, int[] sizes)
    {
        _files.Keys.CopyTo(numbers, 0);
        for (int i = 0; i < _files.Count; i++)
            sizes[i] = _files[numbers[i]].Length;
        return _files.Count;
    }

    public bool Read(int number, int offset, byte[] buffer, int count)
    {
        _files[number].AsSpan(offset, count).CopyTo(buffer);
        return true;
    }

    public bool Delete(int number) => _files.Remove(number);

    public byte[]? ReadAccount() => null;

    public bool WriteAccount(byte[] account) => true;
}
