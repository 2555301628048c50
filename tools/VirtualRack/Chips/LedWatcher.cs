using VirtualBoard.Running;

namespace VirtualRack.Chips;

/// <summary>An LED as the person in front of the rack sees it, with a memory of what it showed.</summary>
public abstract class LedWatcher(TimeBase time)
{
    private const int Memory = 4096;

    private readonly Lock _gate = new();
    private readonly Queue<LedChange> _history = new();
    private LedColour _colour;

    /// <summary>The light changed. Raised on the thread that changed it.</summary>
    public event Action<LedChange>? Changed;

    public LedColour Colour
    {
        get
        {
            Refresh();
            lock (_gate)
                return _colour;
        }
    }

    /// <summary>The last changes, oldest first.</summary>
    public IReadOnlyList<LedChange> History
    {
        get
        {
            lock (_gate)
                return [.. _history];
        }
    }

    /// <summary>Looks at what can change without an event.</summary>
    protected virtual void Refresh()
    {
    }

    protected void Show(LedColour colour)
    {
        var change = new LedChange(time.NowMicros, colour);
        lock (_gate)
        {
            if (colour == _colour)
                return;
            _colour = colour;
            if (_history.Count == Memory)
                _history.Dequeue();
            _history.Enqueue(change);
        }

        Changed?.Invoke(change);
    }
}
