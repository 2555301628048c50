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

        if (sensor.Pin is { } pin && !board.AdcChannels.ContainsKey(pin))
            yield return new Finding(path + ".pin", $"pin {pin} of {board.Name} has no ADC", board.AdcChannels.Count > 0 ? $"take one of {string.Join(", ", board.AdcChannels.Keys)}" : "take an ADS1115");
        if (sensor.Number("closed_ohm") is { } closed && sensor.Number("open_ohm") is { } open && 3 * Math.Abs(open - closed) < Math.Max(open, closed))
            yield return new Finding(path + ".open_ohm", $"{open} ohm open and {closed} ohm closed are too near to be told apart", "take end-of-line resistors that double the resistance");
    }
}
