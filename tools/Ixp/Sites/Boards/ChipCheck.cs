namespace Ixp.Sites.Boards;

/// <summary>Finds what a board file says of its chip, image and memories, and what these cannot have.</summary>
internal static class ChipCheck
{
    /// <summary>Where the image begins in the flash; the application follows it.</summary>
    private const int FirmwareAddress = 0x10000;

    /// <summary>64 for the settings, and as much for the journal of reports.</summary>
    private const int LeastStorageKib = 128;

    public static IEnumerable<Finding> Of(Board board)
    {
        if (Soc.Find(board.Soc) is { } soc)
        {
            foreach (var finding in Of(board, soc))
                yield return finding;
        }

        if (board.HasEthernet != board.Ethernet is not null)
        {
            yield return board.HasEthernet
                ? new Finding("ethernet", "is missing, and the network is ethernet", "tell its PHY, address and clock")
                : new Finding("ethernet", "is told, and the network is wifi", "take it away");
        }

        if (board.LedIsRgb && !board.Abilities.HasRmt)
            yield return new Finding("led.kind", $"a WS2812 needs RMT, which {board.Image} does not have", "take a plain LED");
        if (board.Abilities.TcpSockets > board.Abilities.Sockets)
            yield return new Finding("abilities.tcp_sockets", $"{board.Abilities.TcpSockets} are more than all sockets, which are {board.Abilities.Sockets}", "give at most that");
        if (board.Flash.DeployAddress is { } address && address != FirmwareAddress + (1024 * board.Flash.FirmwareKib))
        {
            yield return new Finding(
                "flash.deploy_address", $"0x{address:X} is not where the firmware's {board.Flash.FirmwareKib} KiB from 0x{FirmwareAddress:X} on end", $"that is 0x{FirmwareAddress + (1024 * board.Flash.FirmwareKib):X}");
        }

        for (int i = 0; i < board.Flash.Sizes.Count; i++)
        {
            var size = board.Flash.Sizes[i];
            int used = (FirmwareAddress / 1024) + board.Flash.FirmwareKib + size.AppKib + size.StorageKib;
            if (size.StorageKib < LeastStorageKib)
                yield return new Finding($"flash.sizes[{i}].storage_kib", $"{size.StorageKib} KiB leave no room for the journal beside the settings", $"{LeastStorageKib} are the least");
            if (used > 1024 * size.Mebibytes)
                yield return new Finding($"flash.sizes[{i}]", $"firmware, application and storage take {used} KiB, and {size.Mebibytes} MiB are {1024 * size.Mebibytes}", "look at the partition table again");
        }
    }

    private static IEnumerable<Finding> Of(Board board, Soc soc)
    {
        if (board.PulseCounters > soc.PulseCounters)
            yield return new Finding("abilities.pulse_counters", $"an {soc.Title} has {soc.PulseCounters}", "give at most that");
        if (board.HasOneWire && !soc.HasThirdSerial)
            yield return new Finding("abilities.one_wire", $"the 1-Wire host works on UART2, which an {soc.Title} does not have", "give false");
        foreach (string function in board.Functions.Keys.Where(f => f.StartsWith("com3", StringComparison.Ordinal) && !soc.HasThirdSerial))
            yield return new Finding($"functions.{function}", $"COM3 is UART2, which an {soc.Title} does not have", "take it away");
        foreach (string function in board.Functions.Keys.Where(f => f.StartsWith("i2c", StringComparison.Ordinal) && f[3] - '0' > board.Abilities.I2cBuses))
            yield return new Finding($"functions.{function}", $"{board.Image} has {board.Abilities.I2cBuses} I2C buses", "take it away");
        foreach (var pin in board.Pins.Values)
        {
            if (pin.AdcUnit > 0 && Channel(soc, pin) is { } finding)
                yield return finding;
            if (pin.IsInputOnly != pin.Number >= soc.FirstInputOnly)
                yield return new Finding($"pins.{pin.Number}.input_only", $"pin {pin.Number} of an {soc.Title} is {(pin.IsInputOnly ? "no mere input" : "an input only")}", $"give {(pin.IsInputOnly ? "false" : "true")}");
        }
    }

    private static Finding? Channel(Soc soc, BoardPin pin)
    {
        int channel = soc.AdcPins.ToList().IndexOf(pin.Number);
        int unit = channel >= Soc.FirstChannelOfAdc2 ? 2 : 1;
        return channel < 0
            ? new Finding($"pins.{pin.Number}.adc", $"pin {pin.Number} of an {soc.Title} has no ADC that can be used", "take it away")
            : (channel, unit) == (pin.AdcChannel, pin.AdcUnit)
                ? null
                : new Finding($"pins.{pin.Number}.adc", $"pin {pin.Number} of an {soc.Title} is not channel {pin.AdcChannel} of unit {pin.AdcUnit}", $"it is channel {channel} of unit {unit}");
    }
}
