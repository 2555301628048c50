namespace VirtualBoard.Buses;

/// <summary>One GPIO pin: what the firmware does with it on one side, what is wired to it on the other.</summary>
public sealed class Pin
{
    private readonly Lock _gate = new();
    private bool? _driven;
    private bool? _pull;
    private bool _output;
    private PinDirection _direction;
    private bool _level;

    internal Pin(int number) => Number = number;

    /// <summary>The level changed: true is high. Raised on the thread that changed it.</summary>
    public event Action<Pin, bool>? Changed;

    /// <summary>The firmware sent a frame of pulses by RMT: pairs of level and nanoseconds.</summary>
    public event Action<Pin, IReadOnlyList<(bool Level, int Nanoseconds)>>? Waveform;

    public int Number { get; }

    /// <summary>Level on the pin, true is high. A floating input reads low.</summary>
    public bool Level => _level;

    /// <summary>How the firmware uses the pin.</summary>
    public PinDirection Direction => _direction;

    /// <summary>
    /// Pulses that have arrived until a time of the world in microseconds, for the pulse counter; null when nothing is wired.
    /// A function, so that a fan at 10 000 rpm costs nothing until somebody counts.
    /// </summary>
    public Func<long, long>? Pulses { get; set; }

    /// <summary>PWM on the pin as duty 0 to 1 and hertz; null when off.</summary>
    public (double Duty, int Frequency)? Pwm { get; set; }

    /// <summary>What the wiring does: true or false drives the pin, null lets go of it.</summary>
    public void Drive(bool? level)
    {
        lock (_gate)
            _driven = level;
        Settle();
    }

    /// <summary>What the firmware does: direction, pull of an input (null: none) and value of an output.</summary>
    public void Configure(PinDirection direction, bool? pull)
    {
        lock (_gate)
        {
            _direction = direction;
            _pull = pull;
        }

        Settle();
    }

    public void Write(bool value)
    {
        lock (_gate)
            _output = value;
        Settle();
    }

    public void Send(IReadOnlyList<(bool Level, int Nanoseconds)> waveform) => Waveform?.Invoke(this, waveform);

    internal void Release()
    {
        lock (_gate)
        {
            _direction = PinDirection.Unused;
            _pull = null;
            _output = false;
        }

        Pwm = null;
        Settle();
    }

    private void Settle()
    {
        bool level;
        lock (_gate)
        {
            bool outside = _driven ?? _pull ?? false;
            level = _direction switch
            {
                PinDirection.Output => _output,
                PinDirection.OpenDrain => _output && (_driven ?? true),
                _ => outside,
            };
            if (level == _level)
                return;
            _level = level;
        }

        Changed?.Invoke(this, level);
    }
}
