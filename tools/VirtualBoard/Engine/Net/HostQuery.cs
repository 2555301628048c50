using System.Net.Sockets;

namespace VirtualBoard.Net;

/// <summary>Something that a socket of the PC answers at once.</summary>
public delegate T HostQuery<T>(Socket socket);
