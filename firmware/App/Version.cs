namespace Appliance.App;

/// <summary>The version of this firmware, as <c>meta</c> tells it.</summary>
public static class Version
{
    public const string Text = "0.1.0";
}
