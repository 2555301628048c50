namespace Appliance.Core.Metrics;

/// <summary>Topic names of the groups.</summary>
public static class GroupName
{
    /// <summary>How many groups there are; their numbers run from 0.</summary>
    public const int Count = 6;

    private static readonly string[] Names = { "power", "climate", "cooling", "security", "traffic", "health" };

    public static string Of(Group group) => Names[(int)group];

    /// <returns>True if the name is one of a group.</returns>
    public static bool TryParse(string name, out Group group)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (Names[i] == name)
            {
                group = (Group)i;
                return true;
            }
        }

        group = Group.Health;
        return false;
    }
}
