namespace Ixp.Soak;

/// <summary>What happens to a site.</summary>
internal enum SoakEvent
{
    PowerCut,
    LinkDown,
    NetworkStalled,
    ConnectionReset,
    BrokerKilled,
    ClockJumped,
    FlashRefused,
    BitsFlipped,
}
