using Mosquitto;
using VirtualBoard;

namespace Tools.Tests.Mqtt;

/// <summary>A program that publishes a few messages under a name of its own.</summary>
internal sealed class Publisher(Broker broker) : IFirmware
{
    public const int Messages = 20;

    private static int _names;

    public Action Load(Board board)
    {
        string name = "rack-" + Interlocked.Increment(ref _names);
        return () =>
        {
            var station = Station.Connected(broker, name);
            for (int i = 0; i < Messages; i++)
                station.PublishAndWait(name + "/power", "{}");
        };
    }
}
