using Appliance.Core.Journal;

namespace SystemTests.Support;

/// <summary>Files of a journal that no flash holds.</summary>
internal sealed class MemoryJournal : IJournalStore
{
    private readonly SortedDictionary<int, List<byte>> _files = [];

    public int List(int[] numbers, int[] sizes)
    {
        int count = 0;
        foreach (var (number, bytes) in _files.Take(numbers.Length))
        {
            numbers[count] = number;
            sizes[count++] = bytes.Count;
        }

        return count;
    }

    public bool Read(int number, int offset, byte[] buffer, int count)
    {
        if (!_files.TryGetValue(number, out var bytes) || offset + count > bytes.Count)
            return false;
        bytes.CopyTo(offset, buffer, 0, count);
        return true;
    }

    public bool Append(int number, byte[] bytes, int count)
    {
        if (!_files.TryGetValue(number, out var file))
            _files[number] = file = [];
        file.AddRange(bytes.Take(count));
        return true;
    }

    public bool Delete(int number)
    {
        _files.Remove(number);
        return true;
    }

    public byte[]? ReadAccount() => null;

    public bool WriteAccount(byte[] account) => true;
}
