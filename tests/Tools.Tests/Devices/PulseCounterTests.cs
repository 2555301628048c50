using System.Device.Gpio;
using VirtualBoard;
using Xunit;

namespace Tools.Tests.Devices;

public sealed class PulseCounterTests
{
    [Fact]
    public void Nine_counters_are_one_too_many()
    {
        using var bench = new Bench();

        bench.Board.Run(() =>
        {
            var counters = Enumerable.Range(0, 8).Select(pin => new GpioPulseCounter(pin)).ToArray();
            Assert.Throws<NotSupportedException>(() => new GpioPulseCounter(13));
            counters[3].Dispose();
            new GpioPulseCounter(13).Dispose();
        });
    }

    [Fact]
    public void A_chip_without_counters_says_so()
    {
        using var bench = new Bench(new BoardProfile { PulseCounters = 0 });

        Assert.Throws<NotImplementedException>(() => bench.Board.Run(() => new GpioPulseCounter(2)));
    }

    [Fact]
    public void The_count_goes_beyond_32_bits_and_starts_at_zero()
    {
        using var bench = new Bench();
        bench.Board.Pins[2].Pulses = micros => micros * 50_000;
        bench.RunFor(1000);

        var (count, at) = bench.Board.Run(() =>
        {
            using var counter = new GpioPulseCounter(2) { Polarity = GpioPulsePolarity.Rising };
            counter.Start();
            bench.Board.Interpreter.Sleep(100);
            var read = counter.Read();
            return (read.Count, read.RelativeTime);
        });

        Assert.Equal(5_000_000_000, count);
        Assert.Equal(TimeSpan.FromMilliseconds(100), at);
    }

    [Fact]
    public void A_reset_tells_the_last_count_and_a_stop_keeps_it()
    {
        using var bench = new Bench();
        bench.Board.Pins[2].Pulses = micros => micros / 1000;

        var counts = bench.Board.Run(() =>
        {
            var interpreter = bench.Board.Interpreter;
            using var counter = new GpioPulseCounter(2) { Polarity = GpioPulsePolarity.Falling };
            counter.Start();
            interpreter.Sleep(30);
            long first = counter.Reset().Count;
            interpreter.Sleep(20);
            counter.Stop();
            interpreter.Sleep(50);
            return (first, counter.Read().Count);
        });

        Assert.Equal((30, 20), counts);
    }

    [Theory]
    [InlineData(GpioPulsePolarity.Both, 5)]
    [InlineData(GpioPulsePolarity.Rising, 3)]
    [InlineData(GpioPulsePolarity.Falling, 2)]
    public void Edges_of_the_pin_count_by_polarity(GpioPulsePolarity polarity, long expected)
    {
        using var bench = new Bench();

        long count = bench.Board.Run(() =>
        {
            using var counter = new GpioPulseCounter(2) { Polarity = polarity };
            counter.Start();
            for (int i = 0; i < 5; i++)
                bench.Board.Pins[2].Drive(i % 2 == 0);
            return counter.Read().Count;
        });

        Assert.Equal(expected, count);
    }

    [Fact]
    public void The_pin_is_no_GPIO_while_it_counts()
    {
        using var bench = new Bench();

        bench.Board.Run(() =>
        {
            var counter = new GpioPulseCounter(2);
            Assert.Throws<InvalidOperationException>(() => new GpioController().OpenPin(2));
            counter.Dispose();
            new GpioController().OpenPin(2);
        });
    }
}
