using System.Net.Sockets;

namespace VirtualBoard.Net;

/// <summary>Something that is done to a socket of the PC at once.</summary>
public delegate void HostChange(Socket socket);
