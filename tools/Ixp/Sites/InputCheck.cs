using Ixp.Sites.Boards;
using Ixp.Sites.Sensors;

namespace Ixp.Sites;

/// <summary>An analogue sensor sits on a pin with ADC, or on a channel of an ADS1115.</summary>
internal static class InputCheck
{
    public static IEnumerable<Finding> Of(SensorEntry sensor, Board board, string path)
    {
        if (sensor.Kind.Bus is not SensorBus.Analogue)
            yield break;

        bool hasChip = sensor.Address is not null && sensor.Number("channel") is not null;
        bool hasHalf = sensor.Address is not null != sensor.Number("channel") is not null;
        if (hasHalf)
            yield return new Finding(path, $"{sensor.Name} has but one of address and channel of its ADS1115", "give both");
        else if (hasChip == sensor.Pin is not null)
            yield return new Finding(path, $"{sensor.Name} has {(hasChip ? "two inputs" : "no input")}", "give either pin, for the board's own ADC, or address and channel of an ADS1115");

        if (sensor.Pin is { } number && board.Pins.TryGetValue(number, out var pin) && pin.AdcUnit != 1)
            yield return Unfit(pin, board, path + ".pin");
        if (sensor.Number("closed_ohm") is { } closed && sensor.Number("open_ohm") is { } open && 3 * Math.Abs(open - closed) < Math.Max(open, closed))
            yield return new Finding(path + ".open_ohm", $"{open} ohm open and {closed} ohm closed are too near to be told apart", "take end-of-line resistors that double the resistance");
    }

    /// <summary>Wi-Fi takes the second ADC for itself.</summary>
    private static Finding Unfit(BoardPin pin, Board board, string path)
    {
        string good = string.Join(", ", board.Pins.Values.Where(p => p.AdcUnit == 1 && (p.Use.Owner is null || p.Use == PinUse.Sense)).Select(p => p.Number));
        string mend = good.Length > 0 ? $"take one of {good}" : "take an ADS1115";
        return pin.AdcUnit == 0
            ? new Finding(path, $"pin {pin.Number} of {board.Name} has no ADC", mend)
            : board.HasEthernet
                ? new Finding(path, $"pin {pin.Number} is of ADC2, which nobody has tried beside Ethernet yet", mend) { IsWarning = true }
                : new Finding(path, $"pin {pin.Number} is of ADC2, which cannot be read while Wi-Fi is on", mend);
    }
}
