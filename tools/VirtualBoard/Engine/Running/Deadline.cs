namespace VirtualBoard.Running;

/// <summary>An action that waits for its time on a <see cref="TimeBase"/>.</summary>
public sealed class Deadline
{
    internal Deadline(long atMicros, Action action)
    {
        AtMicros = atMicros;
        Action = action;
    }

    public long AtMicros { get; }

    internal Action Action { get; }

    internal bool IsCancelled { get; private set; }

    public void Cancel() => IsCancelled = true;
}
