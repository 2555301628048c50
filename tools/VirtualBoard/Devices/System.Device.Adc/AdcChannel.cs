using VirtualBoard;
using VirtualBoard.Running;

namespace System.Device.Adc;

/// <summary>One input of the ADC, raw codes 0 to 4095 without calibration.</summary>
public class AdcChannel : AdcChannelBase, IDisposable
{
    // From here on the channels belong to the second converter, which the radio needs for itself.
    private const int FirstOfAdc2 = 10;

    // What a reading holds the interpreter for. An assumption: the conversion takes about 10 us, locks and the native call the rest.
    private const long ReadMicros = 50;

    private readonly int _number;
    private bool _disposed;

    internal AdcChannel(AdcController controller, int number)
    {
        Controller = controller;
        _number = number;
    }

    /// <exception cref="Exception">The channel is one of the second ADC and Wi-Fi runs.</exception>
    public override int ReadValue()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_number >= FirstOfAdc2 && !Board.Current.Profile.HasEthernet)
            throw new Exception($"ADC channel {_number} cannot be read while Wi-Fi runs: use channels 0 to 7.");

        int code = Board.Current.Adc.Read(_number);
        Interpreter.Current.Spend(ReadMicros);
        return code;
    }

    public void Dispose() => _disposed = true;
}
