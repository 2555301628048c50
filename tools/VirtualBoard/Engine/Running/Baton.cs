namespace VirtualBoard.Running;

/// <summary>The right to run, given by one thread and taken by another. Waits without spinning: it changes hands millions of times a day.</summary>
internal sealed class Baton
{
    private readonly object _gate = new();
    private bool _isGiven;

    public void Give()
    {
        lock (_gate)
        {
            _isGiven = true;
            Monitor.Pulse(_gate);
        }
    }

    public void Take()
    {
        lock (_gate)
        {
            while (!_isGiven)
                Monitor.Wait(_gate);
            _isGiven = false;
        }
    }
}
