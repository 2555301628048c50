using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tools.Tests.Ixp.Flash;

/// <summary>A pseudo-terminal (pty(7)): who opens its port talks to whoever holds the other end.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;

    private readonly FileStream _held;

    public PseudoTerminal()
    {
        int master = Native.posix_openpt(ReadWrite | NoControllingTerminal);
        if (master < 0 || Native.grantpt(master) != 0 || Native.unlockpt(master) != 0)
            throw new InvalidOperationException("This system has no pseudo-terminals.");
        Port = Marshal.PtrToStringUTF8(Native.ptsname(master))!;
        Board = new FileStream(new SafeFileHandle(master, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0, isAsync: false);

        // While nobody has the port open, reading at the other end fails.
        _held = new FileStream(Port, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0, useAsync: false);
    }

    /// <summary>Path of the port.</summary>
    public string Port { get; }

    /// <summary>The end of the board.</summary>
    public FileStream Board { get; }

    public void Dispose()
    {
        _held.Dispose();
        Board.Dispose();
    }

    private static class Native
    {
        [DllImport("libc", SetLastError = true)]
        internal static extern int posix_openpt(int flags);

        [DllImport("libc", SetLastError = true)]
        internal static extern int grantpt(int fd);

        [DllImport("libc", SetLastError = true)]
        internal static extern int unlockpt(int fd);

        [DllImport("libc", SetLastError = true)]
        internal static extern nint ptsname(int fd);
    }
}
