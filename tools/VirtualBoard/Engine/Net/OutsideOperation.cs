namespace VirtualBoard.Net;

/// <summary>An operation on the real network, which ends soon when its token is cancelled.</summary>
public delegate Task<T> OutsideOperation<T>(CancellationToken token);
