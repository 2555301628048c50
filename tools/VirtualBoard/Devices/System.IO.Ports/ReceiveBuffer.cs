using VirtualBoard.Running;

namespace System.IO.Ports;

/// <summary>
/// What arrived and was not read yet. When it is full, the driver throws all of it away and goes on with what comes next.
/// </summary>
internal sealed class ReceiveBuffer(Interpreter interpreter)
{
    private readonly Queue<byte> _bytes = new();
    private readonly Signal _arrived = new(autoReset: true);
    private bool _waiting;

    public int Capacity { get; set; } = 256;

    public int Count
    {
        get
        {
            lock (interpreter.Time.Gate)
                return _bytes.Count;
        }
    }

    /// <returns>False if a reader waits for the bytes: then no event is raised for them.</returns>
    public bool Add(byte[] data)
    {
        lock (interpreter.Time.Gate)
        {
            foreach (byte value in data)
            {
                if (_bytes.Count == Capacity)
                    _bytes.Clear();
                _bytes.Enqueue(value);
            }

            interpreter.Set(_arrived);
            return !_waiting;
        }
    }

    /// <summary>Waits until so many bytes, or what a condition asks for, are there.</summary>
    /// <returns>False when the time is up.</returns>
    public bool WaitFor(Func<Queue<byte>, bool> enough, int timeoutMs)
    {
        long end = interpreter.UptimeMicros + (timeoutMs * 1000L);
        _waiting = true;
        try
        {
            while (!Check(enough))
            {
                long left = timeoutMs < 0 ? -1 : Math.Max(0, (end - interpreter.UptimeMicros + 999) / 1000);
                if (interpreter.Wait([_arrived], left) < 0)
                    return Check(enough);
            }

            return true;
        }
        finally
        {
            _waiting = false;
        }
    }

    /// <returns>How many bytes there are up to and with the first of a value; all if it is not there.</returns>
    public int LengthUpTo(byte value)
    {
        lock (interpreter.Time.Gate)
        {
            int index = Array.IndexOf(_bytes.ToArray(), value);
            return index < 0 ? _bytes.Count : index + 1;
        }
    }

    public byte[] Take(int count)
    {
        lock (interpreter.Time.Gate)
        {
            byte[] taken = new byte[Math.Min(count, _bytes.Count)];
            for (int i = 0; i < taken.Length; i++)
                taken[i] = _bytes.Dequeue();
            return taken;
        }
    }

    public void Clear()
    {
        lock (interpreter.Time.Gate)
            _bytes.Clear();
    }

    private bool Check(Func<Queue<byte>, bool> enough)
    {
        lock (interpreter.Time.Gate)
            return enough(_bytes);
    }
}
