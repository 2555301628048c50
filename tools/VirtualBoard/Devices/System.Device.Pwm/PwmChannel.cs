using VirtualBoard;
using VirtualBoard.Buses;
using VirtualBoard.Devices;

namespace System.Device.Pwm;

/// <summary>A PWM output. The pin must have been set to one of PWM1 to PWM16 before.</summary>
public sealed class PwmChannel : IDisposable
{
    private readonly Pin _pin;
    private int _frequency;
    private double _dutyCycle;
    private bool _running;

    /// <param name="chip">Timer, which this board picks itself.</param>
    /// <param name="channel">1 to 16.</param>
    /// <param name="frequency">Hertz.</param>
    /// <param name="dutyCyclePercentage">0 to 1, in spite of its name.</param>
    /// <exception cref="ArgumentException">No pin is set to the channel.</exception>
    public PwmChannel(int chip, int channel, int frequency = 400, double dutyCyclePercentage = 0.5)
        : this(PinOf(channel), frequency, dutyCyclePercentage)
    {
    }

    private PwmChannel(int pin, int frequency, double dutyCycle)
    {
        _pin = Board.Current.Pins[pin];
        Frequency = frequency;
        DutyCycle = dutyCycle;
    }

    /// <summary>Hertz.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public int Frequency
    {
        get => _frequency;
        set
        {
            _frequency = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), "A frequency is above 0 Hz.");
            Drive();
        }
    }

    /// <summary>0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 1.</exception>
    public double DutyCycle
    {
        get => _dutyCycle;
        set
        {
            _dutyCycle = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), "A duty cycle is 0 to 1.");
            Drive();
        }
    }

    public static PwmChannel Create(int chip, int channel, int frequency = 400, double dutyCyclePercentage = 0.5) =>
        new(chip, channel, frequency, dutyCyclePercentage);

    /// <exception cref="ArgumentException">The pin is not set to a PWM channel.</exception>
    public static PwmChannel CreateFromPin(int pin, int frequency = 400, double dutyCyclePercentage = 0.5)
    {
        if (PinFunctions.Current.PwmChannelOf(pin) == 0)
            throw new ArgumentException($"GPIO{pin} is no PWM output: set it to PWM1 to PWM16 by Configuration.SetPinFunction first.", nameof(pin));
        return new PwmChannel(pin, frequency, dutyCyclePercentage);
    }

    public void Start()
    {
        _running = true;
        Drive();
    }

    public void Stop()
    {
        _running = false;
        _pin.Pwm = null;
    }

    public void Dispose() => Stop();

    private static int PinOf(int channel)
    {
        int pin = PinFunctions.Current[nanoFramework.Hardware.Esp32.DeviceTypes.PWM, channel, 0];
        return pin != PinFunctions.Unset
            ? pin
            : throw new ArgumentException($"PWM{channel} has no pin: set one by Configuration.SetPinFunction first.", nameof(channel));
    }

    private void Drive()
    {
        if (_running)
            _pin.Pwm = (_dutyCycle, _frequency);
    }
}
