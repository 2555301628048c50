using System.Diagnostics;

namespace Mosquitto;

/// <summary>
/// Takes the broker and its folder along when this process dies, however it dies: a shell waits at a pipe that the system
/// closes then. Windows has no such shell; there only an orderly end takes the broker along.
/// </summary>
internal sealed class BrokerGuard
{
    // Any line means the broker has ended and there is nothing left to do; the end of input means its owner has.
    const string Script = "trap '' INT HUP TERM; read -r ended || { kill -9 \"$0\"; rm -rf \"$1\"; }";

    readonly Process broker;
    readonly Process? shell;

    internal BrokerGuard(Process broker, string folder)
    {
        this.broker = broker;
        AppDomain.CurrentDomain.ProcessExit += KillBroker;
        if (!OperatingSystem.IsWindows())
        {
            shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, $"{broker.Id}", folder])
            {
                RedirectStandardInput = true,
            });
        }
        broker.Exited += (_, _) => Dismiss();
        broker.EnableRaisingEvents = true; // raises Exited also when it has ended meanwhile
    }

    void KillBroker(object? sender, EventArgs e) => broker.Kill();

    void Dismiss()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillBroker;
        if (shell == null)
            return;
        try
        {
            shell.StandardInput.WriteLine("ended");
            shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // The shell was killed first; without a broker there is nothing left for it to do.
        }
    }
}
