using System.Collections;

namespace Appliance.Core.Journal;

/// <summary>The files that there are, oldest first, and those that are to be deleted.</summary>
internal sealed class SegmentTable
{
    /// <summary>Most files that are taken up at a start: more than fit into any budget, since each takes 4 KiB.</summary>
    private const int MostFiles = 256;

    private readonly ArrayList _segments = new ArrayList();
    private readonly ArrayList _layouts = new ArrayList();
    private readonly ArrayList _dead = new ArrayList();
    private int _lastOrder;

    internal SegmentTable(IJournalStore store)
    {
        Store = store;
    }

    internal IJournalStore Store { get; }

    internal int Count => _segments.Count;

    internal JournalSegment this[int index] => (JournalSegment)_segments[index];

    /// <summary>Files that could not be deleted yet.</summary>
    internal int Dying => _dead.Count;

    internal JournalSegment Last => Count == 0 ? null : this[Count - 1];

    /// <summary>Flash that all the files take.</summary>
    internal int Used => Sum(_segments) + Sum(_layouts) + Sum(_dead);

    /// <returns>The segment behind another; the first for null; null if there is none.</returns>
    internal JournalSegment After(JournalSegment segment)
    {
        int index = segment == null ? 0 : _segments.IndexOf(segment) + 1;
        return index < Count ? this[index] : null;
    }

    /// <summary>A new segment at the end.</summary>
    internal JournalSegment Append()
    {
        int order = ++_lastOrder;
        JournalSegment segment = new JournalSegment(order << JournalSegment.LevelBits, order);
        _segments.Add(segment);
        return segment;
    }

    /// <summary>A segment, or none, takes the place of one or two neighbours.</summary>
    internal void Replace(JournalSegment first, JournalSegment second, JournalSegment by)
    {
        int index = _segments.IndexOf(first);
        Kill(first);
        if (second != null)
        {
            Kill(second);
        }

        if (by != null)
        {
            _segments.Insert(index, by);
        }
    }

    /// <summary>Takes a segment out; <see cref="Sweep"/> deletes its file. It need not be in the table.</summary>
    internal void Kill(JournalSegment segment)
    {
        int index = _segments.IndexOf(segment);
        if (index >= 0)
        {
            _segments.RemoveAt(index);
        }

        _dead.Add(segment);
    }

    /// <summary>Deletes what is to be deleted, as far as the store does it.</summary>
    internal void Sweep()
    {
        while (_dead.Count > 0 && Store.Delete(((JournalSegment)_dead[0]).File))
        {
            _dead.RemoveAt(0);
        }
    }

    /// <summary>It is one of the segments in force.</summary>
    internal bool Has(int file) => Holds(_segments, file);

    internal bool IsDying(int file) => Holds(_dead, file);

    /// <returns>The layout that the records refer to; null if it is gone.</returns>
    internal ReportLayout Layout(uint crc)
    {
        JournalSegment file = LayoutFile(crc);
        ReportLayout layout = new ReportLayout();
        byte[] bytes = file == null ? null : new byte[file.Size];
        return bytes != null && Store.Read(file.File, 0, bytes, file.Size)
            && layout.Read(bytes, SegmentFormat.HeaderSize, file.Size - SegmentFormat.HeaderSize) && layout.Crc == crc
            ? layout
            : null;
    }

    /// <summary>Keeps a layout, if it is not kept already. What fails is tried again with the next segment.</summary>
    internal void Keep(ReportLayout layout)
    {
        if (LayoutFile(layout.Crc) != null)
        {
            return;
        }

        JournalSegment file = new JournalSegment(++_lastOrder << JournalSegment.LevelBits, (int)layout.Crc);
        byte[] content = layout.ToBytes();
        byte[] bytes = new byte[SegmentFormat.HeaderSize + content.Length];
        System.Array.Copy(content, 0, bytes, SegmentFormat.HeaderSize, content.Length);
        SegmentFormat.WriteHeader(bytes, file.File, SegmentFormat.Layout, layout.Crc);
        file.Size = bytes.Length;
        if (Store.Append(file.File, bytes, bytes.Length))
        {
            _layouts.Add(file);
        }
        else
        {
            _dead.Add(file);
        }
    }

    /// <summary>
    /// Takes up what is in the store: counts records, finishes or undoes a rewriting that was cut, drops layouts that nothing
    /// refers to. What is to be deleted is left for <see cref="Sweep"/>.
    /// </summary>
    /// <returns>Records that were in segments whose header is damaged; -1 if the store cannot be listed.</returns>
    internal int Recover(SegmentReader reader, uint currentLayout)
    {
        int[] files = new int[MostFiles];
        int[] sizes = new int[MostFiles];
        int count = Store.List(files, sizes);
        if (count < 0)
        {
            return -1;
        }

        Hashtable layouts = new Hashtable();
        int lost = 0;
        for (int i = 0; i < count; i++)
        {
            int least = i;
            for (int k = i + 1; k < count; k++)
            {
                least = files[k] < files[least] ? k : least;
            }

            int file = files[least];
            int size = sizes[least];
            files[least] = files[i];
            sizes[least] = sizes[i];
            _lastOrder = file >> JournalSegment.LevelBits;
            lost += TakeUp(reader, file, size, layouts);
        }

        for (int i = _layouts.Count - 1; i >= 0; i--)
        {
            JournalSegment layout = (JournalSegment)_layouts[i];
            if (layout.From != (int)currentLayout && !layouts.Contains(layout.From))
            {
                _layouts.RemoveAt(i);
                _dead.Add(layout);
            }
        }

        return lost;
    }

    private int TakeUp(SegmentReader reader, int file, int size, Hashtable layouts)
    {
        byte[] header = reader.Buffer;
        byte kind = 0;
        if (size >= SegmentFormat.HeaderSize)
        {
            if (!Store.Read(file, 0, header, SegmentFormat.HeaderSize))
            {
                // It may be readable another time.
                _segments.Add(new JournalSegment(file, file >> JournalSegment.LevelBits) { Size = size, IsTorn = true });
                return 0;
            }

            kind = SegmentFormat.Kind(header, file);
        }

        JournalSegment segment = new JournalSegment(file, kind == 0 ? 0 : (int)SegmentFormat.Get(header, 4)) { Size = size };
        if (kind == SegmentFormat.Layout)
        {
            (size <= ReportLayout.MostBytes + SegmentFormat.HeaderSize ? _layouts : _dead).Add(segment);
            return 0;
        }

        bool isComplete = Walk(reader, segment, layouts);
        if (kind == 0)
        {
            _dead.Add(segment);
            return segment.IsTorn ? 0 : segment.Count;
        }

        if (segment.Level > 0 && !isComplete && Last != null && Last.Order == segment.Order)
        {
            _dead.Add(segment);
            return 0;
        }

        while (isComplete && Last != null && Last.Order >= segment.From)
        {
            Kill(Last);
        }

        _segments.Add(segment);
        return 0;
    }

    /// <returns>True if the last block says that the file is whole.</returns>
    private static bool Walk(SegmentReader reader, JournalSegment segment, Hashtable layouts)
    {
        bool isComplete = false;
        reader.Open(segment.File, SegmentFormat.HeaderSize);
        while (reader.Next(segment.Size))
        {
            segment.Count += reader.Count;
            isComplete = reader.IsEnd;
            if (reader.IsRun)
            {
                layouts[(int)reader.RunValue(2)] = segment;
            }
        }

        segment.IsTorn = reader.Position != segment.Size;
        return isComplete;
    }

    private JournalSegment LayoutFile(uint crc)
    {
        for (int i = 0; i < _layouts.Count; i++)
        {
            if (((JournalSegment)_layouts[i]).From == (int)crc)
            {
                return (JournalSegment)_layouts[i];
            }
        }

        return null;
    }

    private static bool Holds(ArrayList files, int file)
    {
        for (int i = 0; i < files.Count; i++)
        {
            if (((JournalSegment)files[i]).File == file)
            {
                return true;
            }
        }

        return false;
    }

    private static int Sum(ArrayList files)
    {
        int sum = 0;
        for (int i = 0; i < files.Count; i++)
        {
            sum += ((JournalSegment)files[i]).SizeWith(0);
        }

        return sum;
    }
}
