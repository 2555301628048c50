namespace VirtualBoard.Net;

/// <summary>One answer that the real world owes, until disposed.</summary>
internal sealed class OwedAnswer(Action<OwedAnswer> settle) : IDisposable
{
    internal bool IsSettled { get; private set; }

    internal Timer? Limit { get; set; }

    public void Dispose()
    {
        IsSettled = true;
        Limit?.Dispose();
        settle(this);
    }
}
