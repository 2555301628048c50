using System.Globalization;
using VirtualRack.Wiring;

namespace VirtualRack.Faults;

/// <summary>A fault with its time, as a person types it: <c>name[:target][@start][+duration]</c>, in seconds.</summary>
/// <param name="Name">Of a rack fault, or of a fault of the part that the target names.</param>
/// <param name="Target">What it hits; null for the fault's own choice.</param>
/// <param name="Start">From now.</param>
/// <param name="Duration">Null for ever.</param>
public sealed record FaultOrder(string Name, string? Target, TimeSpan Start, TimeSpan? Duration)
{
    /// <exception cref="WiringException">The text has another form.</exception>
    public static FaultOrder Parse(string text)
    {
        var (rest, duration) = Cut(text, '+');
        (rest, string? start) = Cut(rest, '@');
        (string name, string? target) = Cut(rest, ':');
        if (name.Length == 0 || target is "")
            throw Malformed(text);
        return new FaultOrder(name, target, Seconds(text, start) ?? TimeSpan.Zero, Seconds(text, duration));
    }

    /// <summary>Puts the fault on the time base of the rack.</summary>
    /// <exception cref="WiringException">There is no such fault, or nothing it could hit.</exception>
    public void Schedule(WiredRack rack)
    {
        var turn = RackFaults.Aim(rack, Name, Target);
        var time = rack.Board.Time;
        long begins = time.NowMicros + (Start.Ticks / TimeSpan.TicksPerMicrosecond);
        if (Start == TimeSpan.Zero)
            turn(true);
        else
            time.Schedule(begins, () => turn(true));
        if (Duration is { } lasts)
            time.Schedule(begins + (lasts.Ticks / TimeSpan.TicksPerMicrosecond), () => turn(false));
    }

    private static (string Head, string? Tail) Cut(string text, char at)
    {
        int index = text.LastIndexOf(at);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    private static TimeSpan? Seconds(string text, string? number)
    {
        if (number is null)
            return null;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds <= 1e9
            ? TimeSpan.FromSeconds(seconds)
            : throw Malformed(text);
    }

    private static WiringException Malformed(string text) =>
        new($"'{text}' is no fault with its time; write name, name:target, name@20 (starts after 20 s) or name@20+10 (and lasts 10 s).");
}
