using VirtualBoard;
using VirtualBoard.Buses;

namespace System.Device.Gpio;

/// <summary>What the modes mean for a pin of the ESP32.</summary>
internal static class PinModes
{
    public static bool IsOutput(this PinMode mode) => mode >= PinMode.Output;

    public static bool IsSupported(BoardProfile profile, int pinNumber, PinMode mode)
    {
        if (pinNumber < 0 || pinNumber >= profile.PinCount || mode is < PinMode.Input or > PinMode.OutputOpenSourcePullDown)
            return false;
        return !mode.IsOutput() || !profile.InputOnlyPins.Contains(pinNumber);
    }

    public static void Apply(this PinMode mode, Pin pin) => pin.Configure(Direction(mode), Pull(pin, mode));

    private static PinDirection Direction(PinMode mode) => mode switch
    {
        PinMode.Output => PinDirection.Output,
        >= PinMode.OutputOpenDrain => PinDirection.OpenDrain,
        _ => PinDirection.Input,
    };

    // Input-only pins take the mode but have no resistors.
    private static bool? Pull(Pin pin, PinMode mode) => mode switch
    {
        PinMode.InputPullUp when !Board.Current.Profile.InputOnlyPins.Contains(pin.Number) => true,
        PinMode.InputPullDown when !Board.Current.Profile.InputOnlyPins.Contains(pin.Number) => false,
        PinMode.OutputOpenDrainPullUp => true,
        PinMode.OutputOpenSourcePullDown => false,
        _ => null,
    };
}
