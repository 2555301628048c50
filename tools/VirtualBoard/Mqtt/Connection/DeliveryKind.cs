namespace VirtualBoard.Mqtt;

/// <summary>What an entry of the in-flight queue is.</summary>
internal enum DeliveryKind
{
    Publish,
    Subscribe,
    Unsubscribe,
    Received,
}
