namespace VirtualBoard.Running;

/// <summary>
/// What a board thread can wait for: an event of the firmware, the completion of a native call, a contended lock.
/// </summary>
public sealed class Signal(bool autoReset, bool initial = false)
{
    internal List<BoardThread> Waiters { get; } = [];

    internal bool IsSet { get; private set; } = initial;

    /// <summary>Takes the signal if it is set; an auto-reset signal is then clear again.</summary>
    internal bool TryTake()
    {
        if (!IsSet)
            return false;

        IsSet = !autoReset;
        return true;
    }

    internal void Raise() => IsSet = true;

    internal void Clear() => IsSet = false;
}
