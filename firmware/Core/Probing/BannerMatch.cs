namespace Appliance.Core.Probing;

/// <summary>What a greeting looks like so far.</summary>
public enum BannerMatch
{
    /// <summary>As expected, but not all of it is there yet.</summary>
    Incomplete = 0,

    /// <summary>It begins as expected.</summary>
    Matched = 1,

    /// <summary>Somebody else answers.</summary>
    Mismatched = 2,
}
