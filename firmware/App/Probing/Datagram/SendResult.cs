namespace Appliance.App.Probing.Datagram;

/// <summary>What became of a datagram on its way out.</summary>
public enum SendResult
{
    Sent = 0,

    /// <summary>This board cannot send just now: that says nothing of the target.</summary>
    Later = 1,

    /// <summary>There is no way to the target.</summary>
    NoRoute = 2,
}
