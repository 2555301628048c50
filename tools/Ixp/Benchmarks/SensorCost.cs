namespace Ixp.Benchmarks;

/// <summary>What the sensors of one kind cost while the firmware reads them on the virtual board.</summary>
/// <param name="Kind">As site files name it.</param>
internal sealed record SensorCost(string Kind)
{
    /// <summary>Drivers of this kind; all DS18B20 are one chain.</summary>
    public int Drivers { get; set; }

    /// <summary>Metrics that the drivers fill.</summary>
    public int Metrics { get; set; }

    /// <summary>Times that a driver filled its metrics.</summary>
    public int Readings { get; set; }

    public int Steps { get; set; }

    /// <summary>Allocated by the firmware's side, on .NET.</summary>
    public long Bytes { get; set; }

    /// <summary>Time for which the steps held the interpreter: transfers on the buses.</summary>
    public long Micros { get; set; }

    public long LongestMicros { get; set; }

    public void Add(long bytes, long micros, bool isReading)
    {
        Steps++;
        Bytes += bytes;
        Micros += micros;
        LongestMicros = Math.Max(LongestMicros, micros);
        Readings += isReading ? 1 : 0;
    }
}
