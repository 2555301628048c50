using System.IO.Ports;
using nanoFramework.Hardware.Esp32;
using Xunit;

namespace Tools.Tests.Devices;

public sealed class SerialPortTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_question_and_its_answer_take_the_time_of_their_characters()
    {
        var peer = new RecordingPeer(_bench.Time) { Answer = [0x02, 0x10, 0x20] };
        _bench.Board.Serial[2].Peer = peer;
        byte[] answer = new byte[3];

        int read = Run(port =>
        {
            port.ReadTimeout = 100;
            port.Write([1, 3, 0, 0], 0, 4);
            return port.Read(answer, 0, 3);
        });

        // Ten bits a character at 9600 baud.
        Assert.Equal([("01030000", 4166)], peer.Heard);
        Assert.Equal(3, read);
        Assert.Equal([0x02, 0x10, 0x20], answer);
    }

    [Fact]
    public void Too_few_bytes_are_a_timeout_and_stay_for_the_next_read()
    {
        _bench.After(5, () => _bench.Board.Serial[2].Deliver([1, 2]));

        var rest = Run(port =>
        {
            port.ReadTimeout = 50;
            Assert.Throws<TimeoutException>(() => port.Read(new byte[4], 0, 4));
            byte[] left = new byte[2];
            port.Read(left, 0, 2);
            return left;
        });

        Assert.Equal([1, 2], rest);
    }

    [Fact]
    public void A_read_waits_for_all_its_bytes()
    {
        _bench.After(5, () => _bench.Board.Serial[2].Deliver([1, 2]));
        _bench.After(20, () => _bench.Board.Serial[2].Deliver([3, 4, 5]));

        var (read, left) = Run(port => (port.Read(new byte[4], 0, 4), port.BytesToRead));

        Assert.Equal((4, 1), (read, left));
    }

    [Fact]
    public void One_byte_too_many_throws_the_whole_buffer_away()
    {
        var kept = Run(port =>
        {
            _bench.Board.Serial[2].Deliver(new byte[256]);
            int full = port.BytesToRead;
            _bench.Board.Serial[2].Deliver([7]);
            byte[] last = new byte[port.BytesToRead];
            port.Read(last, 0, last.Length);
            return (full, last);
        });

        Assert.Equal(256, kept.full);
        Assert.Equal([7], kept.last);
    }

    [Fact]
    public void Bytes_that_nobody_waits_for_raise_the_event_on_its_own_thread()
    {
        var threads = new List<string>();
        Run(port =>
        {
            port.DataReceived += (_, e) => threads.Add($"{VirtualBoard.Running.BoardThread.Current!.Name} {e.EventType}");
            port.WatchChar = '\n';
            _bench.Board.Serial[2].Deliver([1]);
            _bench.Board.Serial[2].Deliver([(byte)'\n']);
            _bench.Board.Interpreter.Sleep(10);
            return 0;
        });

        Assert.Equal(["events Chars", "events WatchChar"], threads);
    }

    [Fact]
    public void A_read_that_waits_keeps_the_event_quiet()
    {
        int events = 0;
        _bench.After(5, () => _bench.Board.Serial[2].Deliver([1, 2]));

        Run(port =>
        {
            port.DataReceived += (_, _) => events++;
            return port.Read(new byte[2], 0, 2);
        });

        Assert.Equal(0, events);
    }

    [Fact]
    public void A_read_ends_behind_the_watched_character()
    {
        byte[] buffer = new byte[10];

        int read = Run(port =>
        {
            port.WatchChar = ';';
            _bench.Board.Serial[2].Deliver("ab;cd"u8.ToArray());
            return port.Read(buffer, 0, 10);
        });

        Assert.Equal("ab;"u8.ToArray(), buffer[..read]);
    }

    [Fact]
    public void A_line_comes_without_its_end()
    {
        _bench.After(5, () => _bench.Board.Serial[2].Deliver("21.5 C\r"u8.ToArray()));
        _bench.After(9, () => _bench.Board.Serial[2].Deliver("\nrest"u8.ToArray()));

        Assert.Equal(("21.5 C", "rest"), Run(port => (port.ReadLine(), port.ReadExisting())));
    }

    [Fact]
    public void A_long_write_lets_others_run_and_can_time_out()
    {
        Run(port =>
        {
            port.WriteTimeout = 50;
            Assert.Throws<TimeoutException>(() => port.Write(new byte[200], 0, 200));
            return 0;
        });
    }

    [Fact]
    public void RS_485_raises_RTS_while_it_sends()
    {
        var levels = new List<(bool, long)>();
        _bench.Board.Pins[33].Changed += (_, level) => levels.Add((level, _bench.Time.NowMicros));

        Run(port =>
        {
            Configuration.SetPinFunction(33, DeviceFunction.COM2_RTS);
            port.Mode = SerialMode.RS485;
            port.Write(new byte[4], 0, 4);
            _bench.Board.Interpreter.Sleep(20);
            return 0;
        });

        Assert.Equal([(true, 0), (false, 4166)], levels);
    }

    [Fact]
    public void COM1_belongs_to_the_debugger()
    {
        Assert.Throws<ArgumentException>(() => _bench.Board.Run(() => new SerialPort("COM1").Open()));
        Assert.Equal(["COM2", "COM3"], _bench.Board.Run(SerialPort.GetPortNames));
    }

    [Theory]
    [InlineData("COM2")]
    [InlineData("COM3")]
    public void A_port_without_pins_does_not_open(string name)
    {
        var refused = Assert.Throws<Exception>(() => _bench.Board.Run(() => new SerialPort(name).Open()));

        Assert.Contains($"{name}_TX", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_object_for_a_port_is_refused_until_the_first_is_disposed() => _bench.Board.Run(() =>
    {
        var port = new SerialPort("COM2");
        Assert.Throws<ArgumentException>(() => new SerialPort("COM2"));
        port.Dispose();
        new SerialPort("COM2").Dispose();
    });

    [Fact]
    public void A_closed_port_neither_reads_nor_writes() => _bench.Board.Run(() =>
    {
        using var port = new SerialPort("COM2");
        Assert.Throws<InvalidOperationException>(() => port.Read(new byte[1], 0, 1));
        Assert.Throws<InvalidOperationException>(() => port.WriteByte(1));
    });

    private T Run<T>(Func<SerialPort, T> code) => _bench.Board.Run(() =>
    {
        Configuration.SetPinFunction(4, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(36, DeviceFunction.COM2_RX);
        using var port = new SerialPort("COM2");
        port.Open();
        return code(port);
    });
}
