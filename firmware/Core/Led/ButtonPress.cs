namespace Appliance.Core.Led;

/// <summary>What somebody did to the button.</summary>
public enum ButtonPress
{
    None = 0,

    /// <summary>Let go within two seconds.</summary>
    Short = 1,

    /// <summary>Held for ten seconds.</summary>
    Long = 2,
}
