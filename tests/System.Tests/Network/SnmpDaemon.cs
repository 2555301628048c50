using System.Diagnostics;

namespace SystemTests.Network;

/// <summary>net-snmp's agent on a test host.</summary>
internal sealed class SnmpDaemon : IDisposable
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ixp-snmpd").FullName;
    private readonly TestHost _host;
    private readonly string _configuration;
    private Process? _process;

    /// <param name="lines">Of its configuration, beside the community <c>rack</c>.</param>
    public SnmpDaemon(TestHost host, params string[] lines)
    {
        _host = host;
        _configuration = Path.Combine(_folder, "snmpd.conf");
        File.WriteAllLines(_configuration, ["rocommunity rack", .. lines]);
    }

    /// <summary>Writes an executable script beside its configuration, for <c>pass_persist</c> or <c>pass</c>.</summary>
    /// <returns>Its path.</returns>
    public static string Script(string text)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("ixp-snmpd").FullName, "objects");
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return path;
    }

    /// <summary>Starts it and waits until it says that it is there.</summary>
    public async Task Start()
    {
        string program = Folders.Select(f => Path.Combine(f, "snmpd")).First(File.Exists);
        _process = _host.Start(
            "env", $"SNMP_PERSISTENT_DIR={Path.Combine(_folder, "kept")}", "MIBS=", program, "-f", "-Lo", "-C", "-c", _configuration, "-p", Path.Combine(_folder, "pid"), "-I", "-smux", $"udp:{_host.Address}:161");

        // Read to the end, or it would stand still when nobody takes what it logs.
        var isThere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(string? line)
        {
            if (line is null)
                isThere.TrySetException(new InvalidOperationException("snmpd ended at its start."));
            else if (line.Contains("NET-SNMP version", StringComparison.Ordinal))
                isThere.TrySetResult();
        }

        _process.OutputDataReceived += (_, line) => Look(line.Data);
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await isThere.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    public void Stop()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
    }
}
