namespace VirtualBoard.Net;

/// <summary>An operation on a socket of the PC that waits.</summary>
public delegate Task<T> HostOperation<T>(HostSocket socket, CancellationToken token);
