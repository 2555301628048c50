namespace Appliance.Core.Probing;

/// <summary>What a received packet says about an echo request of ours.</summary>
public enum EchoAnswer
{
    /// <summary>Nothing: it is not about a request of ours, or damaged.</summary>
    None = 0,

    /// <summary>The reply.</summary>
    Reply = 1,

    /// <summary>Somebody on the way could not pass it on (types 3 and 12 of RFC 792).</summary>
    Unreachable = 2,

    /// <summary>It was passed on too often, in a circle most likely (type 11).</summary>
    TimeExceeded = 3,
}
