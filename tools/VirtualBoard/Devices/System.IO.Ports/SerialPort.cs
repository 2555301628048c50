using System.Text;
using VirtualBoard;
using VirtualBoard.Buses;
using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace System.IO.Ports;

/// <summary>COM2 or COM3 of the board. COM1 carries the debugger; COM3 shares its UART with 1-Wire.</summary>
public sealed class SerialPort : IDisposable
{
    private readonly Interpreter _interpreter = Interpreter.Current;
    private readonly ReceiveBuffer _received;
    private readonly int _number;
    private SerialLine? _line;
    private SerialSender? _sender;
    private int _baudRate;
    private int _dataBits;
    private int _readTimeout = -1;
    private int _writeTimeout = -1;
    private Parity _parity;
    private StopBits _stopBits;
    private SerialMode _mode;
    private string _newLine = "\r\n";
    private char _watchChar;
    private bool _disposed;

    /// <exception cref="ArgumentException">There is a port of that name that was not disposed.</exception>
    public SerialPort(string portName, int baudRate = 9600, Parity parity = Parity.None, int dataBits = 8, StopBits stopBits = StopBits.One)
    {
        _number = portName is ['C', 'O', 'M', >= '0' and <= '9'] ? portName[3] - '0' : 0;
        if (!Units.TryAdd(_number, this))
            throw new ArgumentException($"There is a SerialPort of {portName} already: dispose it first.", nameof(portName));

        _received = new ReceiveBuffer(_interpreter);
        PortName = portName;
        _baudRate = baudRate;
        _parity = parity;
        _dataBits = dataBits;
        _stopBits = stopBits;
        BaseStream = new SerialStream(this);
    }

    /// <summary>Bytes arrived that no reader was waiting for. Raised on the thread of the hardware events.</summary>
    public event SerialDataReceivedEventHandler? DataReceived;

    public string PortName { get; }

    public bool IsOpen => _line is not null;

    public Stream BaseStream { get; }

    public int BytesToRead => _received.Count;

    public Handshake Handshake { get; set; }

    public bool InvertSignalLevels { get; set; }

    /// <summary>Bytes that must have arrived before the event is raised.</summary>
    public int ReceivedBytesThreshold { get; set; }

    /// <summary>Bytes kept for the reader; one more and all are thrown away.</summary>
    public int ReadBufferSize
    {
        get => _received.Capacity;
        set => _received.Capacity = Positive(value);
    }

    public int WriteBufferSize { get; set; } = 256;

    public int BaudRate
    {
        get => _baudRate;
        set => Change(ref _baudRate, Positive(value));
    }

    public int DataBits
    {
        get => _dataBits;
        set => Change(ref _dataBits, value is >= 5 and <= 8
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), "Data bits are 5 to 8."));
    }

    public Parity Parity
    {
        get => _parity;
        set => Change(ref _parity, value);
    }

    public StopBits StopBits
    {
        get => _stopBits;
        set => Change(ref _stopBits, value);
    }

    /// <summary>RS-485: the pin COMn_RTS, if set, is high while the port sends.</summary>
    public SerialMode Mode
    {
        get => _mode;
        set => Change(ref _mode, value);
    }

    /// <summary>Set only. A read ends behind this character, and it marks the event.</summary>
    public char WatchChar
    {
        get => throw new NotSupportedException("WatchChar can be set, not read.");
        set => _watchChar = value;
    }

    public string NewLine
    {
        get => _newLine;
        set => _newLine = string.IsNullOrEmpty(value) ? throw new ArgumentException("A line needs an end.", nameof(value)) : value;
    }

    /// <summary>Milliseconds; -1 waits for ever.</summary>
    public int ReadTimeout
    {
        get => _readTimeout;
        set => _readTimeout = Timeout(value);
    }

    /// <inheritdoc cref="ReadTimeout"/>
    public int WriteTimeout
    {
        get => _writeTimeout;
        set => _writeTimeout = Timeout(value);
    }

    private SerialUnits Units => _interpreter.Resource<SerialUnits>();

    private SerialSender Sender => _sender ?? throw Closed();

    public static string[] GetPortNames() => ["COM2", "COM3"];

    /// <exception cref="InvalidOperationException">The port is open, or 1-Wire holds its UART.</exception>
    /// <exception cref="ArgumentException">The board has no such port, or the debugger owns it.</exception>
    /// <exception cref="Exception">The pins of the port are not set.</exception>
    public void Open()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (IsOpen)
            throw new InvalidOperationException($"{PortName} is open already.");

        var line = UartAccess.Claim(_interpreter, PortName, _number);
        _received.Clear();
        _line = line;
        _sender = new SerialSender(_interpreter, line, _number);
        Configure();
        line.Arrived += OnArrived;
    }

    public void Close()
    {
        if (_line is { } line)
            line.Arrived -= OnArrived;
        _line = null;
        _sender = null;
    }

    public void Dispose()
    {
        if (_disposed)
            return;

        Close();
        _disposed = true;
        Units.Remove(_number);
    }

    /// <summary>Waits for all of <paramref name="count"/> bytes, or for the watch character.</summary>
    /// <exception cref="TimeoutException">Fewer arrived in time; they stay in the buffer.</exception>
    /// <exception cref="InvalidOperationException">The port is closed, or offset or count exceed the buffer.</exception>
    /// <exception cref="ArgumentException">Offset and count together exceed the buffer.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (!IsOpen)
            throw Closed();
        SerialSender.Check(buffer, offset, count);
        if (!_received.WaitFor(bytes => bytes.Count >= count || HasWatchChar(bytes), _readTimeout))
            throw new TimeoutException($"{PortName}: {_received.Count} of {count} bytes after {_readTimeout} ms.");

        byte[] taken = _received.Take(_watchChar == 0 ? count : Math.Min(count, _received.LengthUpTo((byte)_watchChar)));
        taken.CopyTo(buffer, offset);
        return taken.Length;
    }

    public int ReadByte()
    {
        byte[] one = new byte[1];
        Read(one, 0, 1);
        return one[0];
    }

    public string ReadExisting() => Encoding.UTF8.GetString(_received.Take(int.MaxValue));

    /// <returns>The line without its end.</returns>
    /// <exception cref="TimeoutException">No end of line in time.</exception>
    public string ReadLine()
    {
        if (!IsOpen)
            throw Closed();

        byte end = (byte)_newLine[^1];
        if (!_received.WaitFor(bytes => bytes.Contains(end), _readTimeout))
            throw new TimeoutException($"{PortName}: no end of line after {_readTimeout} ms.");

        string line = Encoding.UTF8.GetString(_received.Take(_received.LengthUpTo(end)));
        return line.EndsWith(_newLine, StringComparison.Ordinal) ? line[..^_newLine.Length] : line;
    }

    /// <summary>Returns at once if the bytes take at most 20 ms on the wire, else when they have been sent.</summary>
    /// <exception cref="TimeoutException">They were not sent in time.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        SerialSender.Check(buffer, offset, count);
        Sender.Send(buffer.AsSpan(offset, count).ToArray(), _writeTimeout, _mode == SerialMode.RS485);
    }

    public void WriteByte(byte value) => Write([value], 0, 1);

    public void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text ?? "");
        Write(bytes, 0, bytes.Length);
    }

    public void WriteLine(string text) => Write(text + _newLine);

    private static int Positive(int value) => value > 0
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), "The value must be above 0.");

    private static int Timeout(int value) => value is > 0 or -1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), "A time-out is above 0 ms, or -1 for none.");

    private InvalidOperationException Closed() => new($"{PortName} is closed: call Open first.");

    private bool HasWatchChar(Queue<byte> bytes) => _watchChar != 0 && bytes.Contains((byte)_watchChar);

    private void Change<T>(ref T setting, T value)
    {
        setting = value;
        Configure();
    }

    private void Configure()
    {
        if (_line is not { } line)
            return;

        line.BaudRate = _baudRate;
        line.DataBits = _dataBits;
        line.StopBits = _stopBits switch { StopBits.Two => 2, StopBits.OnePointFive => 1.5, _ => 1 };
        line.Parity = _parity switch { Parity.Even => 'E', Parity.Odd => 'O', _ => 'N' };
    }

    private void OnArrived(byte[] data)
    {
        if (_interpreter.IsHalted)
        {
            Close();
            return;
        }

        if (!_received.Add(data) || DataReceived is null)
            return;

        bool watched = _watchChar != 0 && data.Contains((byte)_watchChar);
        var args = new SerialDataReceivedEventArgs(watched ? SerialData.WatchChar : SerialData.Chars);
        HardwareEvents.Of(_interpreter).Post(() =>
        {
            if (IsOpen && BytesToRead >= ReceivedBytesThreshold)
                DataReceived?.Invoke(this, args);
        });
    }
}
