namespace Ixp.Sites;

/// <summary>One probe target.</summary>
/// <param name="Port">TCP port; 0 for ICMP.</param>
public sealed record TargetEntry(string Kind, string Name, string Host, int Port, int PeriodSeconds, int TimeoutMs);
