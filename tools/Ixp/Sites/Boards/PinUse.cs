namespace Ixp.Sites.Boards;

/// <summary>What a pin of a board is used for by the board itself.</summary>
/// <param name="Name">As it stands in board files.</param>
/// <param name="Owner">Who has the pin, as complaints call it; null if a site may have it.</param>
/// <param name="Sentence">What it is, for people.</param>
public sealed record PinUse(string Name, string? Owner, string Sentence)
{
    public static PinUse Free { get; } = new("free", null, "free for the site");

    public static PinUse Ethernet { get; } = new("ethernet", "Ethernet", "Ethernet");

    /// <summary>An on-board divider, which only an analogue sensor can read.</summary>
    public static PinUse Sense { get; } = new("sense", "a voltage divider of the board", "voltage divider on the board");

    public static PinUse Button { get; } = new("button", "the button of the board", "button on the board");

    public static PinUse Led { get; } = new("led", "the LED of the board", "LED on the board");

    public static IReadOnlyList<PinUse> All { get; } =
    [
        Free,
        new("card", null, "microSD slot, free while that is empty"),
        Ethernet,
        new("flash", "the flash memory", "flash memory"),
        new("psram", "the PSRAM", "PSRAM"),
        new("serial", "the serial console and flasher", "serial console and flasher"),
        new("usb", "USB", "USB"),
        Button,
        Led,
        Sense,
    ];
}
