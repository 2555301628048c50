namespace VirtualBoard.Mqtt;

/// <summary>What libmosquitto tells.</summary>
internal enum NoticeKind
{
    Connected,
    Disconnected,
    Acknowledged,
    Message,
}
