namespace Ixp.Sites.Boards;

/// <summary>What a part does to its pin while the board starts, before any program has set it.</summary>
internal enum BootLevel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It pulls the pin high: a pull-up, or a line that idles high.</summary>
    High,

    /// <summary>It pulls the pin low.</summary>
    Low,

    /// <summary>High or low as it happens.</summary>
    Any,

    /// <summary>Low or nothing as it happens: a contact to ground.</summary>
    LowAtTimes,
}
