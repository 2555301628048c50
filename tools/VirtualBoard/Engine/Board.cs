using VirtualBoard.Buses;
using VirtualBoard.Net;
using VirtualBoard.Running;
using VirtualBoard.Storage;

namespace VirtualBoard;

/// <summary>
/// One board: pins, buses, flash, network link and the interpreter of its present boot. Several live side by side in one
/// process, alone or on a shared <see cref="TimeBase"/>.
/// </summary>
public sealed class Board : IDisposable
{
    private readonly bool _ownsTime;
    private IFirmware? _firmware;
    private Interpreter? _interpreter;

    public Board(BoardProfile? profile = null, TimeBase? time = null)
    {
        Profile = profile ?? new BoardProfile();
        _ownsTime = time is null;
        Time = time ?? TimeBase.Real();
        Pins = new PinBank(this);
        FreeHeap = Profile.ManagedHeap / 2;
        NativeBlock = Profile.NativeHeap / 2;
        Adc = new AdcInputs(Time);
        Clock = new WallClock(Time);
        Link = new NetworkLink(Time);
        Flash = new FlashStore(Profile.FlashBytes);
        Flash.PowerLost += PowerCut;
        NetworkTime = new NetworkTime(this);
    }

    /// <summary>The board starts, by power or by its own restart.</summary>
    public event Action<Interpreter>? Booting;

    /// <summary>A line that the firmware wrote to the console.</summary>
    public event Action<string>? ConsoleLine;

    /// <summary>A thread of the firmware that ended by an exception nobody caught.</summary>
    public event Action<string, Exception>? ThreadDied;

    /// <summary>The board of the calling board thread.</summary>
    /// <exception cref="InvalidOperationException">The caller is no thread of a board.</exception>
    public static Board Current => Interpreter.Current.Board
        ?? throw new InvalidOperationException("This interpreter has no board.");

    public BoardProfile Profile { get; }

    public TimeBase Time { get; }

    public PinBank Pins { get; }

    public I2cBuses I2c { get; } = new();

    public OneWireBus OneWire { get; } = new();

    public SerialLines Serial { get; } = new();

    public AdcInputs Adc { get; }

    public NetworkLink Link { get; }

    /// <summary>The time client of the firmware image.</summary>
    public NetworkTime NetworkTime { get; }

    /// <summary>The littlefs partition, drive I:.</summary>
    public FlashStore Flash { get; }

    /// <summary>The clock that the firmware sees and sets.</summary>
    public WallClock Clock { get; }

    /// <summary>Free bytes of the managed heap, as the firmware is told: half of it, the budget of live data, unless set otherwise.</summary>
    public int FreeHeap { get; set; }

    /// <summary>Largest free block of the native heap, in bytes, as the firmware is told: half of it unless set otherwise.</summary>
    public int NativeBlock { get; set; }

    /// <summary>How many times the board has started.</summary>
    public int Boots { get; private set; }

    public bool IsOn => _interpreter is { IsHalted: false };

    /// <summary>The interpreter of the present boot.</summary>
    /// <exception cref="InvalidOperationException">The board is off.</exception>
    public Interpreter Interpreter => _interpreter ?? throw new InvalidOperationException("The board is off: call Boot first.");

    /// <summary>Switches the board on.</summary>
    public void Boot(IFirmware firmware)
    {
        PowerCut();
        _firmware = firmware;
        Start();
    }

    /// <summary>
    /// Takes the power away: threads end where they stand, pins float, sockets vanish, what was not closed in flash is gone.
    /// </summary>
    public void PowerCut()
    {
        Stop();
        Clock.PowerOn();
    }

    /// <summary>Switches the board on again with the firmware it had.</summary>
    public void PowerOn()
    {
        if (!IsOn)
            Start();
    }

    /// <summary>What <c>Power.RebootDevice</c> does: as a power cut, but the clock keeps its time.</summary>
    public void Reboot()
    {
        Stop();
        Time.Schedule(Time.NowMicros + 500_000, PowerOn);
    }

    /// <summary>Runs device code on a thread of the board, started for it if need be, and returns when it has ended.</summary>
    /// <exception cref="Exception">What the code threw.</exception>
    public void Run(Action deviceCode) => Run<object?>(() =>
    {
        deviceCode();
        return null;
    });

    /// <inheritdoc cref="Run(Action)"/>
    public T Run<T>(Func<T> deviceCode)
    {
        if (!IsOn)
            Start();

        var result = new TaskCompletionSource<T>();
        var thread = Interpreter.Start("test", () =>
        {
            try
            {
                result.SetResult(deviceCode());
            }
            catch (Exception e)
            {
                result.SetException(e);
            }
        });
        Time.RunWhile(() => thread.IsAlive);
        return result.Task.GetAwaiter().GetResult();
    }

    public void WriteConsole(string line) => ConsoleLine?.Invoke(line);

    public void Dispose()
    {
        Stop();
        if (_ownsTime)
            Time.Dispose();
    }

    private void Start()
    {
        Boots++;
        var interpreter = new Interpreter(Time, this);
        interpreter.Unhandled += (thread, e) => ThreadDied?.Invoke(thread.Name, e);
        _interpreter = interpreter;
        NetworkTime.Boot();
        Booting?.Invoke(interpreter);
        if (_firmware is { } firmware)
            interpreter.Start("main", firmware.Load(this));
    }

    private void Stop()
    {
        _interpreter?.Halt();
        Pins.Release();
        Link.CloseSockets();
        Flash.DropOpenFiles();
        NetworkTime.Halt();
        Link.Relay.PowerOff();
    }
}
