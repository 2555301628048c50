namespace System.Threading;

/// <summary>A callback that waits for a cancellation, until disposed.</summary>
public struct CancellationTokenRegistration : IDisposable
{
    private readonly CancellationTokenSource? _source;
    private readonly Action? _callback;

    internal CancellationTokenRegistration(CancellationTokenSource source, Action callback)
    {
        _source = source;
        _callback = callback;
    }

    public static bool operator ==(CancellationTokenRegistration left, CancellationTokenRegistration right) => left.Equals(right);

    public static bool operator !=(CancellationTokenRegistration left, CancellationTokenRegistration right) => !left.Equals(right);

    public readonly void Dispose()
    {
        if (_callback is not null)
            _source?.Unregister(_callback);
    }

    public override readonly bool Equals(object? obj) => obj is CancellationTokenRegistration other && Equals(other);

    public readonly bool Equals(CancellationTokenRegistration other) => _source == other._source && _callback == other._callback;

    public override readonly int GetHashCode() => _callback?.GetHashCode() ?? 0;
}
