using System.CommandLine;
using Ixp.Benchmarks;

namespace Ixp.Commands;

/// <summary><c>ixp bench</c>: what the firmware costs on the demonstration rack.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var command = new Command("bench", "Measure bytes allocated per tick, size of the code, messages per minute and reachability of many dead targets, on the demonstration rack.");
        command.SetAction((_, cancellation) => RackBenchmark.Run(Console.Out, cancellation));
        return command;
    }
}
