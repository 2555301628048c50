namespace System.Threading;

/// <summary>Asks an operation to end.</summary>
public struct CancellationToken
{
    private readonly CancellationTokenSource? _source;

    public CancellationToken(bool canceled) => _source = canceled ? CancellationTokenSource.Cancelled() : null;

    internal CancellationToken(CancellationTokenSource source) => _source = source;

    public static CancellationToken None => default;

    public readonly bool IsCancellationRequested => _source is { IsCancellationRequested: true };

    public readonly bool CanBeCanceled => _source is not null;

    public readonly WaitHandle WaitHandle => (_source ?? new CancellationTokenSource()).WaitHandle;

    /// <summary>Calls back when the operation is to end, at once if that was asked for already.</summary>
    public readonly CancellationTokenRegistration Register(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return _source?.Register(callback) ?? default;
    }

    public readonly bool Equals(CancellationToken other) => _source == other._source;

    public override readonly bool Equals(object? other) => other is CancellationToken token && Equals(token);

    public override readonly int GetHashCode() => _source?.GetHashCode() ?? 0;

    public readonly void ThrowIfCancellationRequested()
    {
        if (IsCancellationRequested)
            throw new OperationCanceledException();
    }
}
