using System.Device.Adc;
using System.Device.Pwm;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;
using VirtualBoard;
using VirtualBoard.Buses;
using Xunit;

namespace Tools.Tests.Devices;

public sealed class AnalogTests
{
    [Fact]
    public void Channels_read_12_bits_of_their_own_source()
    {
        using var bench = new Bench();
        bench.Board.Adc.Wire(4, _ => 5);
        bench.Board.Adc.Wire(5, _ => 1.242);

        var read = bench.Board.Run(() =>
        {
            var adc = new AdcController();
            return (adc.OpenChannel(4).ReadValue(), adc.OpenChannel(5).ReadValue(), adc.OpenChannel(5).ReadRatio(), adc.MaxValue);
        });

        Assert.Equal((4095, 1365, 1365 / 4095.0, 4095), read);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0.14, 0)]
    [InlineData(0.1436, 1)]
    [InlineData(1.65, 1871)]
    [InlineData(2.45, 2864)]
    [InlineData(2.8, 3497)]
    [InlineData(3.13, 4095)]
    [InlineData(double.PositiveInfinity, 4095)]
    [InlineData(double.NaN, 0)]
    public void Codes_are_raw_and_bent_at_both_ends(double volts, int code)
    {
        using var bench = new Bench();
        bench.Board.Adc.Wire(0, _ => volts);

        Assert.Equal(code, bench.Board.Run(() => new AdcController().OpenChannel(0).ReadValue()));
    }

    [Fact]
    public void A_channel_without_a_source_is_at_ground()
    {
        using var bench = new Bench();
        bench.Board.Adc.Wire(3, _ => 2);
        bench.Board.Adc.Unwire(3);

        Assert.Equal(0, bench.Board.Run(() => new AdcController().OpenChannel(3).ReadValue()));
    }

    [Fact]
    public void A_read_takes_time_in_which_the_voltage_goes_on()
    {
        using var bench = new Bench();
        bench.Board.Adc.Wire(0, micros => 1 + (micros * 1e-3));

        bench.Board.Run(() =>
        {
            var channel = new AdcController().OpenChannel(0);
            int first = channel.ReadValue();
            Assert.Equal(50e-3 / AdcCurve.VoltsPerCode, channel.ReadValue() - first, 1.0);
        });
    }

    [Theory]
    [InlineData(4, 32)]
    [InlineData(7, 35)]
    [InlineData(10, 4)]
    [InlineData(19, 26)]
    public void The_channel_map_is_that_of_the_chip(int channel, int pin)
    {
        using var bench = new Bench();

        Assert.Equal(pin, bench.Board.Run(() => Configuration.GetFunctionPin(DeviceFunction.ADC1_CH0 + channel)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(20)]
    public void A_channel_without_a_pin_does_not_open(int channel)
    {
        using var bench = new Bench();

        Assert.Throws<ArgumentException>(() => bench.Board.Run(() => new AdcController().OpenChannel(channel)));
    }

    [Fact]
    public void Wifi_keeps_the_second_converter_to_itself()
    {
        using var bench = new Bench(new BoardProfile { HasEthernet = false });

        bench.Board.Run(() =>
        {
            new AdcController().OpenChannel(7).ReadValue();
            Assert.Throws<Exception>(() => new AdcController().OpenChannel(10).ReadValue());
        });
    }

    [Fact]
    public void PWM_needs_its_pin_and_shows_on_it()
    {
        using var bench = new Bench();

        bench.Board.Run(() =>
        {
            Assert.Throws<ArgumentException>(() => PwmChannel.CreateFromPin(5));
            Configuration.SetPinFunction(5, DeviceFunction.PWM3);
            var channel = PwmChannel.CreateFromPin(5, 1000, 0.25);
            Assert.Null(bench.Board.Pins[5].Pwm);
            channel.Start();
            Assert.Equal((0.25, 1000), bench.Board.Pins[5].Pwm);
            Assert.Throws<ArgumentOutOfRangeException>(() => channel.DutyCycle = 1.1);
            channel.Stop();
            Assert.Null(bench.Board.Pins[5].Pwm);
        });
    }

    [Fact]
    public void RMT_sends_nanoseconds_of_its_divided_clock()
    {
        using var bench = new Bench();
        var frames = new List<string>();
        bench.Board.Pins[5].Waveform += (_, pulses) => frames.Add(string.Join(" ", pulses.Select(p => $"{(p.Level ? 'H' : 'L')}{p.Nanoseconds}")));

        bench.Board.Run(() =>
        {
            using var channel = new TransmitterChannel(new TransmitChannelSettings(5) { ClockDivider = 2 });
            channel.AddCommand(new RmtCommand(32, true, 18, false));
            channel.Send(true);
            channel.SendData([16, 0x80, 34, 0x00], false);
        });

        Assert.Equal(["H800 L450", "H400 L850"], frames);
    }

    [Fact]
    public void RMT_refuses_an_input_only_pin()
    {
        using var bench = new Bench();

        Assert.Throws<ArgumentException>(() => bench.Board.Run(() => new TransmitterChannel(new TransmitChannelSettings(34))));
    }
}
