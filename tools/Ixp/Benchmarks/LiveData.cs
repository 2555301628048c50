using System.Collections;
using System.Reflection;
using Appliance.App.Commands;
using Appliance.App.Composition;
using Appliance.App.Storage;
using Appliance.Core.Config;
using Ixp.Running;
using Ixp.Sites;
using VirtualBoard.Running;

namespace Ixp.Benchmarks;

/// <summary>
/// About how much of the managed heap the composed firmware keeps: its objects are walked on the PC and counted as the interpreter
/// lays them out, 12 bytes a header, field and reference, strings and arrays of numbers packed. Threads, stacks and what is
/// native are not in it.
/// </summary>
internal sealed class LiveData
{
    private const int Block = 12;

    /// <summary>An object of a library: its own fields are not known here.</summary>
    private const int Foreign = 5 * Block;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> _waiting = new();

    private LiveData()
    {
    }

    /// <returns>Bytes, and objects.</returns>
    public static (long Bytes, int Objects) Measure(Site site, Sites.Board board)
    {
        using var time = TimeBase.Virtual();
        using var rack = new VirtualSite(site, board, time);
        rack.Provision();
        return rack.Board.Run(() =>
        {
            Folder.Create();
            var composer = new Composer(BootRecord.Begin(), new ConfigTrial());
            composer.Start(SiteConfig.Parse(SitePacker.Pack(site, board)), Secrets.Read());
            Interpreter.Current.Sleep(30_000);
            var data = new LiveData();
            return (data.Walk(composer), data._seen.Count);
        });
    }

    private long Walk(object root)
    {
        long bytes = 0;
        Find(root);
        while (_waiting.TryDequeue(out object? found))
            bytes += SizeOf(found);
        return bytes;
    }

    private void Find(object? value)
    {
        if (value is not null && value is not System.Type && !value.GetType().IsPrimitive && !value.GetType().IsEnum && _seen.Add(value))
            _waiting.Enqueue(value);
    }

    private long SizeOf(object found)
    {
        switch (found)
        {
            case string text:
                return Round(Block + System.Text.Encoding.UTF8.GetByteCount(text) + 1);
            case Array array:
                return SizeOf(array);
            case ArrayList list:
                foreach (object? item in list)
                    Find(item);
                return (4 * Block) + Block + (list.Capacity * Block);
            case Hashtable table:
                foreach (DictionaryEntry entry in table)
                {
                    Find(entry.Key);
                    Find(entry.Value);
                }

                return (7 * Block) + (11 * Block) + (table.Count * 4 * Block);
            case Delegate call:
                Find(call.Target);
                return 4 * Block;
            default:
                return found.GetType().Assembly.GetName().Name!.StartsWith("Appliance.", StringComparison.Ordinal) ? Fields(found) : Foreign;
        }
    }

    private long SizeOf(Array array)
    {
        var element = array.GetType().GetElementType()!;
        if (element.IsPrimitive)
            return Round(Block + Buffer.ByteLength(array));
        foreach (object? item in array)
            Find(item);
        return Block + (array.Length * Block);
    }

    private long Fields(object found)
    {
        int count = 0;
        for (var type = found.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                count++;
                Find(field.GetValue(found));
            }
        }

        return (1 + count) * Block;
    }

    private static long Round(long bytes) => (bytes + Block - 1) / Block * Block;
}
