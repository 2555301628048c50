using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SystemTests.Network;

/// <summary>
/// A network namespace of Linux: a host of its own with its own interfaces, routes and filters, and no way out but the wires that
/// a test lays. Needs root and iproute2.
/// </summary>
internal sealed partial class Namespace : IDisposable
{
    private const int CloneNewNet = 0x40000000;

    private static readonly Lazy<string?> Obstacle = new(Try);
    private static int _made;

    private readonly List<Process> _programs = [];

    public Namespace(string role)
    {
        Name = $"ixp-{Environment.ProcessId}-{Interlocked.Increment(ref _made)}-{role}";
        Shell("ip", "netns", "add", Name);
        Ip("link set lo up");
    }

    /// <summary>Why this machine makes no namespaces; null if it does.</summary>
    public static string? WhyNot => Obstacle.Value;

    public string Name { get; }

    /// <summary>A command of <c>ip</c> inside.</summary>
    public void Ip(string command) => Shell("ip", ["-n", Name, .. command.Split(' ')]);

    /// <summary>A command line of the shell inside.</summary>
    public void Command(string line) => Shell("ip", "netns", "exec", Name, "sh", "-c", line);

    /// <summary>Starts a program inside; it ends with the namespace.</summary>
    public Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("ip", ["netns", "exec", Name, program, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        var process = Process.Start(start)!;
        _programs.Add(process);
        return process;
    }

    /// <summary>Does something inside. A socket that is made here belongs to the namespace wherever it is used.</summary>
    public T Run<T>(Func<T> action)
    {
        T result = default!;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Enter();
                result = action();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return result;
    }

    public void Dispose()
    {
        foreach (var program in _programs)
        {
            if (!program.HasExited)
                program.Kill(entireProcessTree: true);
            program.Dispose();
        }

        Shell("ip", "netns", "del", Name);
    }

    internal static void Shell(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        string output = process.StandardError.ReadToEnd() + process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output.Trim()}");
    }

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux())
            return "network namespaces are of Linux";
        try
        {
            using var trial = new Namespace("trial");
            trial.Command("nft list ruleset");
            return trial.Run(() => 1) == 1 ? null : "a namespace cannot be entered";
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"no network namespaces here (they need root, iproute2 and nftables): {e.Message}";
        }
    }

    private void Enter()
    {
        using var file = File.OpenHandle($"/var/run/netns/{Name}");
        if (SetNamespace(file.DangerousGetHandle().ToInt32(), CloneNewNet) != 0)
            throw new InvalidOperationException($"setns {Name}: error {Marshal.GetLastPInvokeError()}");
    }

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNamespace(int descriptor, int type);
}
