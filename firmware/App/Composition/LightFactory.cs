using System.Device.Gpio;
using Appliance.App.Indication;
using Appliance.Core.Config;

namespace Appliance.App.Composition;

/// <summary>Makes the status light that the entry <c>board</c> tells of.</summary>
internal static class LightFactory
{
    /// <summary><c>led=</c>, with <c>led_rgb=1</c> for a WS2812, or <c>led_red= led_amber= led_green=</c>; <c>led_low=1</c> where a low pin lights.</summary>
    /// <returns>Null for a board without one.</returns>
    /// <exception cref="ConfigException">A value is no pin, or missing.</exception>
    public static Light Make(GpioController gpio, ConfigEntry board)
    {
        if (board.Has("led_red"))
        {
            return new ThreeLights(Plain(gpio, board, "led_red"), Plain(gpio, board, "led_amber"), Plain(gpio, board, "led_green"));
        }

        if (!board.Has("led"))
        {
            return null;
        }

        return board.Has("led_rgb") ? (Light)new Ws2812Light(board.Number("led", 0, 48)) : Plain(gpio, board, "led");
    }

    private static PlainLight Plain(GpioController gpio, ConfigEntry board, string name) => new PlainLight(
        gpio.OpenPin(board.Number(name, 0, 48), PinMode.Output), board.Number("led_low", 0, 1, 0) == 1);
}
