namespace Appliance.Core.Supervision;

/// <summary>Why the firmware restarts its device, as <c>status.boot</c> tells it.</summary>
public static class RestartReason
{
    /// <summary>The tick counter must not wrap.</summary>
    public const string Planned = "planned";

    /// <summary>A worker is silent, and a new thread did not help.</summary>
    public const string StuckWorker = "stuck-worker";

    /// <summary>A worker's steps end by exceptions, and a new thread did not help.</summary>
    public const string FailingWorker = "failing-worker";

    public const string Memory = "memory";

    /// <summary>Neither the broker nor the gateway is there.</summary>
    public const string Connectivity = "connectivity";

    /// <summary>A lower rung works; the full one is due for a try.</summary>
    public const string Retry = "retry";

    /// <summary>The configuration cannot be used: another one has to.</summary>
    public const string BadConfig = "bad-config";

    /// <summary>A start that could not be completed, though nothing is wrong with the configuration.</summary>
    public const string Start = "start-failed";

    /// <summary>Somebody said so.</summary>
    public const string Command = "command";

    /// <summary>Another configuration takes over, or the former one again.</summary>
    public const string Config = "config";

    /// <returns>False if it is the firmware's own judgement, which can be wrong.</returns>
    public static bool IsAskedFor(string reason) => reason == Command || reason == Config;
}
