namespace Mosquitto;

/// <summary>The library or the broker is not installed here. The message is one line and says how to get it.</summary>
public sealed class MosquittoMissingException : Exception
{
    MosquittoMissingException(string what, string package)
        : base($"{what} was not found; install it with `apt-get install {package}` (Debian, Ubuntu), " +
               "`brew install mosquitto` (macOS) or the installer from https://mosquitto.org/download (Windows).")
    {
    }

    internal static MosquittoMissingException Library() => new("The MQTT client library libmosquitto", "libmosquitto1");

    internal static MosquittoMissingException Broker() => new("The MQTT broker mosquitto", "mosquitto");
}
