using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>kill(2), with the signal numbers that differ between Linux and macOS.</summary>
internal static partial class UnixSignal
{
    internal static int HangUp => 1;

    internal static int Terminate => 15;

    internal static int Stop => OperatingSystem.IsMacOS() ? 17 : 19;

    internal static int Continue => OperatingSystem.IsMacOS() ? 19 : 18;

    internal static void Send(int processId, int signal)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("Windows has no signals: a broker cannot be paused here.");
        if (kill(processId, signal) != 0)
            throw new BrokerException($"Signal {signal} to process {processId}: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int processId, int signal);
}
