namespace Mosquitto;

/// <summary>How a connection is asked to end.</summary>
internal enum Ending
{
    /// <summary>Not asked for: it lasts until it is lost.</summary>
    None,

    /// <summary>With a DISCONNECT, so the broker forgets the will.</summary>
    Polite,

    /// <summary>Without one, so the broker publishes the will.</summary>
    Abrupt,
}
