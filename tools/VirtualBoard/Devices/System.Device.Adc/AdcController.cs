using VirtualBoard;
using VirtualBoard.Devices;

namespace System.Device.Adc;

/// <summary>The ADC of the chip: 12 bits, single-ended, the channels of the board's profile.</summary>
public class AdcController : AdcControllerBase
{
    public override int ChannelCount => Board.Current.Profile.AdcPins.Count;

    /// <exception cref="NotSupportedException">Set to differential.</exception>
    public override AdcChannelMode ChannelMode
    {
        get => AdcChannelMode.SingleEnded;
        set
        {
            if (!IsChannelModeSupported(value))
                throw new NotSupportedException("The ADC of the ESP32 measures single-ended only.");
        }
    }

    public override int MaxValue => 4095;

    public override int MinValue => 0;

    public override int ResolutionInBits => 12;

    public override bool IsChannelModeSupported(AdcChannelMode channelMode) => channelMode == AdcChannelMode.SingleEnded;

    /// <exception cref="ArgumentException">The chip has no such channel, or no pin for it.</exception>
    public override AdcChannel OpenChannel(int channelNumber)
    {
        var pins = Board.Current.Profile.AdcPins;
        if (channelNumber < 0 || channelNumber >= pins.Count || pins[channelNumber] == PinFunctions.Unset)
            throw new ArgumentException($"There is no ADC channel {channelNumber} with a pin on this board.", nameof(channelNumber));
        return new AdcChannel(this, channelNumber);
    }
}
