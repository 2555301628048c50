using VirtualBoard;
using VirtualBoard.Buses;
using VirtualBoard.Running;

namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>Sends trains of pulses on a pin, as WS2812 light-emitting diodes want them.</summary>
public class TransmitterChannel : RmtChannel, IDisposable
{
    private readonly List<RmtCommand> _commands = [];
    private readonly TransmitChannelSettings _transmit;
    private readonly Pin _pin;
    private long _idleAt;
    private bool _disposed;

    /// <exception cref="ArgumentException">The chip has no such pin, or it cannot drive.</exception>
    public TransmitterChannel(TransmitChannelSettings settings)
        : base(settings)
    {
        var profile = Board.Current.Profile;
        if (settings.PinNumber < 0 || settings.PinNumber >= profile.PinCount || profile.InputOnlyPins.Contains(settings.PinNumber))
            throw new ArgumentException($"GPIO{settings.PinNumber} cannot send: choose an output pin.", nameof(settings));

        _transmit = settings;
        _pin = Board.Current.Pins[settings.PinNumber];
        _pin.Configure(PinDirection.Output, null);
        _pin.Write(settings.IdleLevel);
    }

    public override ChannelMode Mode => ChannelMode.Transmit;

    public bool IsChannelIdle => Interpreter.Current.Time.NowMicros >= _idleAt;

    public bool EnableLooping
    {
        get => _transmit.EnableLooping;
        set => _transmit.EnableLooping = value;
    }

    public int LoopCount
    {
        get => _transmit.LoopCount;
        set => _transmit.LoopCount = value;
    }

    public bool CarrierLevel
    {
        get => _transmit.CarrierLevel;
        set => _transmit.CarrierLevel = value;
    }

    public bool IdleLevel
    {
        get => _transmit.IdleLevel;
        set
        {
            _transmit.IdleLevel = value;
            _pin.Write(value);
        }
    }

    public RmtCommand this[int index]
    {
        get => _commands[index];
        set => _commands[index] = value;
    }

    public void AddCommand(RmtCommand cmd) => _commands.Add(cmd);

    public void ClearCommands() => _commands.Clear();

    /// <summary>Sends the commands added so far.</summary>
    public void Send(bool waitTxDone)
    {
        var waveform = new List<(bool, int)>(_commands.Count * 2);
        foreach (var command in _commands)
        {
            AddPulse(waveform, command.Level0, command.Duration0);
            AddPulse(waveform, command.Level1, command.Duration1);
        }

        Transmit(waveform, waitTxDone);
    }

    /// <summary>Sends packed commands: 4 bytes each, two little-endian halves of 15 bits of duration and the level on top.</summary>
    /// <exception cref="ArgumentException">Not a multiple of 4 bytes.</exception>
    public void SendData(byte[] data, bool waitTxDone)
    {
        if (data.Length % 4 != 0)
            throw new ArgumentException($"{data.Length} bytes are no whole commands of 4.", nameof(data));

        var waveform = new List<(bool, int)>(data.Length / 2);
        for (int i = 0; i < data.Length; i += 2)
        {
            int half = data[i] | (data[i + 1] << 8);
            AddPulse(waveform, (half & 0x8000) != 0, half & 0x7FFF);
        }

        Transmit(waveform, waitTxDone);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
            return;

        _disposed = true;
        _pin.Configure(PinDirection.Unused, null);
    }

    private void AddPulse(List<(bool Level, int Nanoseconds)> waveform, bool level, int ticks)
    {
        int divider = ClockDivider == 0 ? 256 : ClockDivider;
        if (ticks > 0)
            waveform.Add((level ^ _settings.SignalInverterEnabled, (int)(ticks * 1_000_000_000L * divider / SourceClockFrequency)));
    }

    private void Transmit(List<(bool Level, int Nanoseconds)> waveform, bool wait)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        long nanoseconds = 0;
        foreach (var (_, duration) in waveform)
            nanoseconds += duration;

        var interpreter = Interpreter.Current;
        long micros = (nanoseconds + 999) / 1000;
        _idleAt = Math.Max(_idleAt, interpreter.Time.NowMicros) + micros;
        _pin.Send(waveform);
        if (wait)
            interpreter.Spend(_idleAt - interpreter.Time.NowMicros);
    }
}
