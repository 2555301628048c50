using VirtualBoard;
using VirtualBoard.Net;

namespace nanoFramework.Networking;

/// <summary>The time client of the image, which runs by itself as soon as there is an address.</summary>
public class Sntp
{
    public static bool IsStarted => Client.IsStarted;

    public static string Server1
    {
        get => Client.Server1;
        set => Client.Server1 = value;
    }

    public static string Server2
    {
        get => Client.Server2;
        set => Client.Server2 = value;
    }

    private static NetworkTime Client => Board.Current.NetworkTime;

    public static void Start() => Client.Start();

    public static void Stop() => Client.Stop();

    public static void UpdateNow() => Client.UpdateNow();
}
