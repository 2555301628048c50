using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>
/// One connection from start to loss, on a thread of its own. It drives mosquitto_loop itself instead of mosquitto_loop_start,
/// whose thread reconnects by itself, is stopped by pthread_cancel and is missing from Windows builds.
/// </summary>
internal sealed class NetworkLoop(MosquittoHandle handle, Action<int, string> ended)
{
    // Calls that send something wake the loop at once; only an abrupt ending waits for the slice to pass.
    const int SliceMs = 50;

    // A peer that takes no bytes must not hold back a polite ending: one second at most.
    const int LingerSlices = 20;

    readonly Lock gate = new();
    volatile Ending ending;
    bool open;

    internal void Start(string host, int port, int keepAliveSeconds, string? bindAddress) =>
        new Thread(() => Run(host, port, keepAliveSeconds, bindAddress)) { IsBackground = true, Name = $"MQTT {host}:{port}" }.Start();

    internal void Close()
    {
        lock (gate)
        {
            if (ending != Ending.None)
                return;
            ending = Ending.Polite;
            if (open)
                Native.mosquitto_disconnect(handle);
        }
    }

    internal void Abort() => ending = Ending.Abrupt;

    void Run(string host, int port, int keepAliveSeconds, string? bindAddress)
    {
        Native.mosquitto_string_option(handle, Native.OptionBindAddress, bindAddress);
        int code = Native.mosquitto_connect_async(handle, host, port, keepAliveSeconds);
        lock (gate)
        {
            open = code == Native.Success;
            if (open && ending == Ending.Polite)
                Native.mosquitto_disconnect(handle);
        }

        while (code == Native.Success && ending == Ending.None)
            code = Native.mosquitto_loop(handle, SliceMs, 1);
        for (int slice = 0; code == Native.Success && ending == Ending.Polite && slice < LingerSlices; slice++)
            code = Native.mosquitto_loop(handle, SliceMs, 1);

        lock (gate)
            open = false;
        if (ending != Ending.None)
            ended(Native.Success, "");
        else
            ended(code, Text(code));
    }

    static string Text(int code)
    {
        int systemError = Marshal.GetLastPInvokeError();
        return code == Native.SystemCall && systemError != 0
            ? Marshal.GetPInvokeErrorMessage(systemError)
            : MosquittoLibrary.Describe(code);
    }
}
