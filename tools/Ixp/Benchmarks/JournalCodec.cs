using System.Diagnostics;
using System.Globalization;
using Appliance.Core.Journal;

namespace Ixp.Benchmarks;

/// <summary>What the journal's codec makes of the reports of a day: bits a point, time and garbage a record.</summary>
internal static class JournalCodec
{
    private const int Budget = 4 * 1024 * 1024;
    private const int Rounds = 5;

    /// <param name="recorded">The files that a firmware has left.</param>
    public static void Run(TextWriter output, MemoryJournal recorded)
    {
        var records = Read(recorded);
        var numbers = records.Where(r => !r.IsRaw).ToList();
        long points = numbers.Sum(r => (long)r.Presence.Count(p => p));
        double readMicros = double.MaxValue;
        double writeMicros = double.MaxValue;
        double garbage = 0;
        var written = new MemoryJournal();
        for (int round = 0; round < Rounds; round++)
        {
            long began = Stopwatch.GetTimestamp();
            _ = Read(recorded);
            readMicros = Math.Min(readMicros, Stopwatch.GetElapsedTime(began).TotalMicroseconds / records.Count);

            written = new MemoryJournal();
            var journal = new ReportJournal(written, records[0].Layout, 1, Budget);
            long before = GC.GetAllocatedBytesForCurrentThread();
            began = Stopwatch.GetTimestamp();
            foreach (var record in numbers)
                journal.Add(record.Channel, record.Time, record.IsUnix, record.Sequence, record.Values, record.Presence);
            writeMicros = Math.Min(writeMicros, Stopwatch.GetElapsedTime(began).TotalMicroseconds / numbers.Count);
            garbage = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / numbers.Count;
            journal.Flush();
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"its journal: {records.Count} records, {points} points, {written.Bytes * 8.0 / points:0.0} bits a point with all there is to it; on .NET {writeMicros:0.0} µs to write a record, {readMicros:0.0} µs to read one, {garbage:0.0} bytes allocated a record, those of the file in memory among them"));
    }

    private static List<JournalRecord> Read(MemoryJournal files)
    {
        var nobodys = new ReportLayout();
        nobodys.Add("none", null, [], []);
        var journal = new ReportJournal(files, nobodys, int.MaxValue, Budget);
        journal.Recover();
        var records = new List<JournalRecord>();
        for (var record = new JournalRecord(); journal.Next(record); record = new JournalRecord())
            records.Add(record);
        return records;
    }
}
