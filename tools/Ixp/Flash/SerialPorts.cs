extern alias serial;

using SerialPort = serial::System.IO.Ports.SerialPort;

namespace Ixp.Flash;

/// <summary>The serial ports of this PC at which a board can be.</summary>
internal static class SerialPorts
{
    private const string Cable = "Connect the board by a USB cable that carries data, not a charging cable. If it still does not show, install the driver of its USB bridge (CP210x or CH340).";

    public static IReadOnlyList<string> All => OperatingSystem.IsWindows()
        ? [.. SerialPort.GetPortNames().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [.. Directory.EnumerateFiles("/dev").Where(IsUsb).Order(StringComparer.Ordinal)];

    /// <param name="asked">The port that was asked for; null for the only one.</param>
    /// <exception cref="FlashException">There is none, or more than one.</exception>
    public static string Choose(string? asked, IReadOnlyList<string> all)
    {
        if (asked is not null)
            return asked;
        return all.Count switch
        {
            1 => all[0],
            0 => throw new FlashException("no board was found at this PC", Cable),
            _ => throw new FlashException($"there are several ports: {string.Join(", ", all)}", "Unplug the board, look which of them goes away, plug it in again, and give that one by --port."),
        };
    }

    /// <summary>Built-in ports of a PC have no board behind them.</summary>
    private static bool IsUsb(string path) =>
        Path.GetFileName(path) is var name
        && (name.StartsWith("ttyUSB", StringComparison.Ordinal) || name.StartsWith("ttyACM", StringComparison.Ordinal)
            || name.StartsWith("cu.usb", StringComparison.Ordinal) || name.StartsWith("cu.SLAB", StringComparison.Ordinal) || name.StartsWith("cu.wchusb", StringComparison.Ordinal));
}
