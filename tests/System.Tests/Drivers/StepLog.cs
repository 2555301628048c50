namespace SystemTests.Drivers;

/// <summary>What the steps of one sensor cost.</summary>
internal sealed class StepLog
{
    public int Steps { get; private set; }

    /// <summary>Microseconds for which the longest step stopped the interpreter.</summary>
    public long LongestMicros { get; private set; }

    /// <summary>Bytes that all steps allocated, in the firmware and in the virtual board below it.</summary>
    public long AllocatedBytes { get; private set; }

    public void Add(long micros, long bytes)
    {
        Steps++;
        LongestMicros = Math.Max(LongestMicros, micros);
        AllocatedBytes += bytes;
    }

    public void Clear() => (Steps, LongestMicros, AllocatedBytes) = (0, 0, 0);
}
