using nanoFramework.M2Mqtt;

namespace VirtualBoard.Mqtt;

/// <summary>What is a static of the library on the device, kept per boot of a board.</summary>
internal sealed class SharedSettings
{
    internal MqttSettings Settings { get; } = new();
}
