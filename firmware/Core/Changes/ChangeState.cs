namespace Appliance.Core.Changes;

/// <summary>What became of a change. The words stand in the file and in answers.</summary>
public static class ChangeState
{
    /// <summary>In force until its time is over.</summary>
    public const string Trial = "trial";

    public const string Confirmed = "confirmed";

    /// <summary>Given up; the configuration from before takes over with the next start.</summary>
    public const string Leaving = "leaving";

    public const string RolledBack = "rolled-back";
}
