namespace Ixp.Sites.Targets;

/// <summary>A check ends before the next one, and flapping ends below where it begins.</summary>
internal static class TargetCheck
{
    /// <summary>What the device has room for.</summary>
    public const int Most = 64;

    public static IEnumerable<Finding> Of(TargetEntry target, string path)
    {
        if (target.TimeoutMs >= target.PeriodSeconds * 1000)
            yield return new Finding(path + ".timeout_ms", $"{target.Name} has {target.TimeoutMs} ms to answer and is asked every {target.PeriodSeconds} s", "wait less for an answer or ask less often");

        int start = target.Number(TargetFields.FlapStart.Key) ?? TargetFields.FlapStart.Fallback!.Value;
        int stop = target.Number(TargetFields.FlapStop.Key) ?? TargetFields.FlapStop.Fallback!.Value;
        if (stop >= start)
            yield return new Finding($"{path}.{TargetFields.FlapStop.Key}", $"{stop} is not below flap_start_pct, which is {start}", "let flapping stop at less than it starts at");
    }
}
