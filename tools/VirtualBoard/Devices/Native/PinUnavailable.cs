namespace VirtualBoard.Devices;

/// <summary>The runtime knows no exception of its own for a pin that is not set; its errors arrive as plain ones.</summary>
internal static class PinUnavailable
{
    public static Exception Unset(string what, string functions) => new(
        $"{what} has no pins: set {functions} by Configuration.SetPinFunction first.");
}
