using VirtualBoard;
using VirtualBoard.Devices;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The pin matrix of the chip: which pin serves which line of which bus.</summary>
public class Configuration
{
    /// <exception cref="ArgumentException">The chip has no such pin.</exception>
    public static void SetPinFunction(int pin, DeviceFunction value)
    {
        int count = Board.Current.Profile.PinCount;
        if (pin < 0 || pin >= count)
            throw new ArgumentException($"There is no GPIO{pin}: pins are 0 to {count - 1}.", nameof(pin));
        PinFunctions.Current[value] = pin;
    }

    /// <returns>The pin, or -1 where none is set.</returns>
    public static int GetFunctionPin(DeviceFunction function) => PinFunctions.Current[function];
}
