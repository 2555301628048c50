namespace Appliance.Core.Probing;

/// <summary>What configuration and messages call the kinds of targets.</summary>
public static class TargetKindName
{
    private static readonly string[] Names = { "icmp", "tcp", "bgp", "http", "dns", "snmp" };

    public static string Of(TargetKind kind) => Names[(int)kind];

    /// <returns>True if the name is one of a kind.</returns>
    public static bool TryParse(string name, out TargetKind kind)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (Names[i] == name)
            {
                kind = (TargetKind)i;
                return true;
            }
        }

        kind = TargetKind.Icmp;
        return false;
    }
}
