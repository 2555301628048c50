using System.Device.Gpio;
using Xunit;

namespace Tools.Tests.Devices;

public sealed class GpioTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void An_input_reads_the_wiring_and_else_its_pull()
    {
        var levels = _bench.Board.Run(() =>
        {
            using var pin = new GpioController().OpenPin(4, PinMode.InputPullUp);
            bool pulled = (bool)pin.Read();
            _bench.Board.Pins[4].Drive(false);
            bool driven = (bool)pin.Read();
            return (pulled, driven);
        });

        Assert.Equal((true, false), levels);
    }

    [Fact]
    public void An_output_drives_its_pin()
    {
        _bench.Board.Run(() => new GpioController().OpenPin(5, PinMode.Output).Write(PinValue.High));

        Assert.True(_bench.Board.Pins[5].Level);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(25)]
    public void Pins_of_Ethernet_do_not_open(int pin)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => _bench.Board.Run(() => new GpioController().OpenPin(pin)));

        Assert.Contains("Ethernet", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pin_opens_once_until_it_is_closed()
    {
        _bench.Board.Run(() =>
        {
            var controller = new GpioController();
            controller.OpenPin(4);
            Assert.Throws<InvalidOperationException>(() => new GpioController().OpenPin(4));
            new GpioController().ClosePin(4);
            Assert.False(controller.IsPinOpen(4));
            controller.OpenPin(4);
        });
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(40)]
    public void A_pin_that_the_chip_lacks_is_an_argument_error(int pin) =>
        Assert.Throws<ArgumentException>(() => _bench.Board.Run(() => new GpioController().OpenPin(pin)));

    [Fact]
    public void An_input_only_pin_refuses_to_be_an_output_and_stays_closed()
    {
        _bench.Board.Run(() =>
        {
            var controller = new GpioController();
            Assert.Throws<ArgumentException>(() => controller.OpenPin(34, PinMode.Output));
            Assert.False(controller.IsPinOpen(34));
            Assert.False(controller.IsPinModeSupported(34, PinMode.OutputOpenDrain));
            Assert.Throws<InvalidOperationException>(() => controller.OpenPin(34, PinMode.Input).Write(PinValue.High));
        });
    }

    [Fact]
    public void Edges_arrive_in_order_and_not_after_the_handler_is_gone()
    {
        var edges = new List<PinEventTypes>();
        void Note(object sender, PinValueChangedEventArgs e) => edges.Add(e.ChangeType);
        var pin = _bench.Board.Run(() =>
        {
            var opened = new GpioController().OpenPin(4, PinMode.Input);
            opened.ValueChanged += Note;
            return opened;
        });

        foreach (bool level in new[] { true, false, true })
            _bench.Board.Pins[4].Drive(level);
        _bench.RunFor(1);
        _bench.Board.Run(() => pin.ValueChanged -= Note);
        _bench.Board.Pins[4].Drive(false);
        _bench.RunFor(1);

        Assert.Equal([PinEventTypes.Rising, PinEventTypes.Falling, PinEventTypes.Rising], edges);
    }

    [Fact]
    public void Registering_twice_replaces_the_callback_and_calls_it_twice()
    {
        int first = 0, second = 0;
        _bench.Board.Run(() =>
        {
            var controller = new GpioController();
            controller.OpenPin(4, PinMode.Input);
            controller.RegisterCallbackForPinValueChangedEvent(4, PinEventTypes.Rising, (_, _) => first++);
            controller.RegisterCallbackForPinValueChangedEvent(4, PinEventTypes.Rising, (_, _) => second++);
        });

        _bench.Board.Pins[4].Drive(true);
        _bench.Board.Pins[4].Drive(false);
        _bench.RunFor(1);

        Assert.Equal((0, 2), (first, second));
    }

    [Fact]
    public void A_storm_of_edges_fills_the_queue_and_the_rest_is_dropped()
    {
        int handled = 0;
        int dropped = _bench.Board.Run(() =>
        {
            new GpioController().OpenPin(4, PinMode.Input).ValueChanged += (_, _) => handled++;
            for (int i = 0; i < 200; i++)
                _bench.Board.Pins[4].Drive(i % 2 == 0);
            return _bench.Board.Interpreter.Service("events", 128).Dropped;
        });
        _bench.RunFor(1);

        Assert.Equal((128, 72), (handled, dropped));
    }

    [Fact]
    public void A_throwing_handler_does_not_end_the_events()
    {
        int calls = 0;
        var died = new List<Exception>();
        _bench.Board.ThreadDied += (_, e) => died.Add(e);
        _bench.Board.Run(() => new GpioController().OpenPin(4, PinMode.Input).ValueChanged += (_, _) =>
        {
            if (calls++ == 0)
                throw new InvalidOperationException("first");
        });

        _bench.Board.Pins[4].Drive(true);
        _bench.Board.Pins[4].Drive(false);
        _bench.RunFor(1);

        Assert.Equal(2, calls);
        Assert.Single(died);
    }

    [Fact]
    public void Open_pins_and_handlers_end_with_the_boot()
    {
        int calls = 0;
        _bench.Board.Run(() => new GpioController().OpenPin(4, PinMode.Input).ValueChanged += (_, _) => calls++);
        _bench.Board.PowerCut();

        _bench.Board.Run(() => new GpioController().OpenPin(4, PinMode.Input));
        _bench.Board.Pins[4].Drive(true);
        _bench.RunFor(1);

        Assert.Equal(0, calls);
    }
}
