using System;
using System.Collections;
using Appliance.Core.Journal;

namespace Appliance.Tests.Journal;

/// <summary>Flash that fails at random, watches how full it is, and shows what a power cut at any operation leaves.</summary>
internal sealed class MemoryStore : IJournalStore
{
    private readonly ArrayList _files = new ArrayList();

    private byte[] _account;

    public int Count => _files.Count;

    public MemoryFile this[int index] => (MemoryFile)_files[index];

    /// <summary>Appends and deletions so far.</summary>
    public int Writes { get; private set; }

    /// <summary>One operation in so many fails; 0 for none.</summary>
    public int FailureOdds { get; set; }

    public Random Random { get; set; }

    /// <summary>Is shown what each operation may leave; null for nobody.</summary>
    public JournalRig Watcher { get; set; }

    /// <summary>Most flash that was ever taken, in pieces of 4 KiB.</summary>
    public int MostUsed { get; private set; }

    public MemoryStore Clone()
    {
        MemoryStore clone = new MemoryStore { _account = _account };
        for (int i = 0; i < Count; i++)
        {
            clone._files.Add(this[i].Clone());
        }

        return clone;
    }

    public MemoryFile File(int number)
    {
        for (int i = 0; i < Count; i++)
        {
            if (this[i].Number == number)
            {
                return this[i];
            }
        }

        return null;
    }

    public void Remove(MemoryFile file) => _files.Remove(file);

    public int List(int[] numbers, int[] sizes)
    {
        if (Fails())
        {
            return -1;
        }

        // Not in their order.
        for (int i = 0; i < Count; i++)
        {
            numbers[i] = this[Count - 1 - i].Number;
            sizes[i] = this[Count - 1 - i].Bytes.Length;
        }

        return Count;
    }

    public bool Read(int number, int offset, byte[] buffer, int count)
    {
        MemoryFile file = File(number);
        if (Fails() || file == null || offset < 0 || offset + count > file.Bytes.Length)
        {
            return false;
        }

        Array.Copy(file.Bytes, offset, buffer, 0, count);
        return true;
    }

    public bool Append(int number, byte[] bytes, int count)
    {
        if (Fails())
        {
            return false;
        }

        Writes++;
        if (Watcher != null)
        {
            Show(number, bytes, 0);
            Show(number, bytes, count / 2);
            Show(number, bytes, count);
        }

        bool isBlock = (number & 7) == 0 && (File(number) != null || bytes[2] != (byte)'L');
        Put(number, bytes, count);
        if (Watcher != null && isBlock)
        {
            Watcher.Durable = Watcher.Added;
        }

        int used = 0;
        for (int i = 0; i < Count; i++)
        {
            used += (this[i].Bytes.Length + 4095) / 4096 * 4096;
        }

        MostUsed = used > MostUsed ? used : MostUsed;
        return true;
    }

    public bool Delete(int number)
    {
        if (Fails())
        {
            return false;
        }

        Writes++;
        if (Watcher != null)
        {
            Watcher.Keep(Clone());
        }

        _files.Remove(File(number));
        return true;
    }

    public byte[] ReadAccount() => _account;

    public bool WriteAccount(byte[] account)
    {
        if (Fails())
        {
            return false;
        }

        Writes++;
        if (Watcher != null)
        {
            Watcher.Keep(Clone());
        }

        _account = account;
        return true;
    }

    /// <summary>Appends, whatever the odds.</summary>
    public void Put(int number, byte[] bytes, int count)
    {
        MemoryFile file = File(number);
        if (file == null)
        {
            file = new MemoryFile(number);
            _files.Add(file);
        }

        file.Append(bytes, count);
    }

    private void Show(int number, byte[] bytes, int count)
    {
        MemoryStore after = Clone();
        if (count > 0)
        {
            after.Put(number, bytes, count);
        }

        Watcher.Keep(after);
    }

    private bool Fails() => FailureOdds > 0 && Random.Next(FailureOdds) == 0;
}
