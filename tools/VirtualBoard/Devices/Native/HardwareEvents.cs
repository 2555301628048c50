using VirtualBoard.Running;

namespace VirtualBoard.Devices;

/// <summary>
/// The one thread that delivers what the hardware reports (edges, serial bytes, timers of high resolution) and the queue in
/// front of it, 128 records long.
/// </summary>
internal static class HardwareEvents
{
    public const int Capacity = 128;

    public static ServiceThread Of(Interpreter interpreter) => interpreter.Service("events", Capacity);
}
