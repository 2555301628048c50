using System.Diagnostics;

namespace Mosquitto;

/// <summary>One run of the mosquitto program, from its start to its end.</summary>
internal sealed class BrokerProcess
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    static readonly TimeSpan RepeatTerminate = TimeSpan.FromSeconds(1);

    readonly Process process;
    readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<string> log = [];

    BrokerProcess(string executable, string configuration)
    {
        var start = new ProcessStartInfo(executable, ["-c", configuration])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        string openSsl = Path.Combine(Path.GetDirectoryName(configuration)!, BrokerFolder.OpenSslFile);
        if (File.Exists(openSsl))
            start.Environment["OPENSSL_CONF"] = openSsl;
        DetachFromTerminal(start);
        process = new Process { StartInfo = start };
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.Start();
        _ = new BrokerGuard(process, Path.GetDirectoryName(configuration)!);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    internal bool IsRunning => !process.HasExited;

    /// <returns>A broker that accepts connections.</returns>
    /// <exception cref="BrokerException">It ended instead, or was not ready after half a minute; with its log.</exception>
    internal static async Task<BrokerProcess> Start(string configuration, CancellationToken cancellation)
    {
        var broker = new BrokerProcess(BrokerExecutable.Find(), configuration);
        try
        {
            // The log says "running" once all listeners are open.
            var ended = broker.process.WaitForExitAsync(cancellation);
            await Task.WhenAny(broker.ready.Task, ended).WaitAsync(StartLimit, cancellation);
            if (broker.ready.Task.IsCompleted)
                return broker;
            await ended;
            throw new BrokerException("mosquitto ended at its start: " + broker.LogText());
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException)
        {
            await broker.Kill();
            if (failure is OperationCanceledException)
                throw;
            throw new BrokerException("mosquitto was not ready in time: " + broker.LogText());
        }
    }

    internal void Signal(int signal) => UnixSignal.Send(process.Id, signal);

    internal async Task Terminate()
    {
        if (OperatingSystem.IsWindows())
        {
            await Kill();
            return;
        }
        // Again until it is heard: mosquitto forgets a SIGTERM that comes between its log line "running" and its main loop.
        while (IsRunning)
        {
            try
            {
                Signal(UnixSignal.Terminate);
                Signal(UnixSignal.Continue); // a paused broker hears nothing else
                await process.WaitForExitAsync().WaitAsync(RepeatTerminate);
            }
            catch (TimeoutException)
            {
            }
            catch (BrokerException) when (!IsRunning)
            {
                // It ended between the two signals.
            }
        }
    }

    internal Task Kill()
    {
        process.Kill();
        return process.WaitForExitAsync();
    }

    void Read(string? line)
    {
        if (line == null)
            return;
        lock (log)
        {
            if (!ready.Task.IsCompleted)
                log.Add(line);
        }
        if (line.EndsWith(" running", StringComparison.Ordinal))
            ready.TrySetResult();
    }

    string LogText()
    {
        lock (log)
            return string.Join(" | ", log);
    }

    // Ctrl-C goes to everything that belongs to the terminal; the broker has to outlive it for as long as its owner wants.
    static void DetachFromTerminal(ProcessStartInfo start)
    {
        const string setsid = "/usr/bin/setsid";
        if (OperatingSystem.IsWindows())
        {
            start.CreateNewProcessGroup = true;
        }
        else if (File.Exists(setsid))
        {
            start.ArgumentList.Insert(0, start.FileName);
            start.FileName = setsid;
        }
    }
}
