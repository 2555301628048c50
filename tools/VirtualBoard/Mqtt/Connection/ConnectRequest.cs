namespace VirtualBoard.Mqtt;

/// <summary>What a CONNECT packet carries. Keep-alive in seconds.</summary>
internal sealed record ConnectRequest(
    string ClientId, string? Username, string? Password, Will? Will, bool CleanSession, ushort KeepAlive);
