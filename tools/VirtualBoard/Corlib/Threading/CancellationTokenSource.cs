namespace System.Threading;

/// <summary>Cancels the operations that hold its token, on demand or after a time.</summary>
public class CancellationTokenSource : IDisposable
{
    private readonly List<Action> _callbacks = [];
    private ManualResetEvent? _event;
    private Timer? _timer;
    private bool _disposed;

    public CancellationTokenSource()
    {
    }

    public CancellationTokenSource(int millisecondsDelay) => CancelAfter(millisecondsDelay);

    public CancellationTokenSource(TimeSpan delay) => CancelAfter(delay);

    public bool IsCancellationRequested { get; private set; }

    public CancellationToken Token
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return new CancellationToken(this);
        }
    }

    internal WaitHandle WaitHandle => _event ??= new ManualResetEvent(IsCancellationRequested);

    public void Cancel() => Cancel(throwOnFirstException: false);

    public void Cancel(bool throwOnFirstException)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (IsCancellationRequested)
            return;

        IsCancellationRequested = true;
        _event?.Set();
        _timer?.Dispose();
        foreach (var callback in _callbacks.ToArray())
            callback();
        _callbacks.Clear();
    }

    public void CancelAfter(TimeSpan delay) => CancelAfter(Millis.From(delay));

    public void CancelAfter(int millisecondsDelay)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _timer?.Dispose();
        _timer = new Timer(_ => Cancel(), null, millisecondsDelay, Timeout.Infinite);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _disposed = true;
        _timer?.Dispose();
    }

    internal static CancellationTokenSource Cancelled() => new() { IsCancellationRequested = true };

    internal CancellationTokenRegistration Register(Action callback)
    {
        if (IsCancellationRequested)
            callback();
        else
            _callbacks.Add(callback);
        return new CancellationTokenRegistration(this, callback);
    }

    internal void Unregister(Action callback) => _callbacks.Remove(callback);
}
