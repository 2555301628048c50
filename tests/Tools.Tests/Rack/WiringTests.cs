using VirtualBoard;
using VirtualBoard.Buses;
using VirtualBoard.Running;
using VirtualRack.Chips;
using VirtualRack.Wiring;
using Xunit;

namespace Tools.Tests.Rack;

public sealed class WiringTests : IDisposable
{
    private readonly TimeBase _time = TimeBase.Virtual();
    private readonly Board _board;

    public WiringTests() => _board = new Board(time: _time);

    /// <summary>One of each kind, as a usual site has them.</summary>
    internal static IReadOnlyList<WiredSensor> Usual { get; } =
    [
        new("ds18b20", "inlet") { Rom = "28139BBB0B00001F" },
        new("ds18b20", "exhaust"),
        new("sht4x", "rack"),
        new("ina226", "battery") { Address = 0x41 },
        new("pzem004t", "mains"),
        new("fan", "fan1") { Pin = 4 },
        new("fan", "fan3") { Pin = 5, PulsesPerRevolution = 1 },
        new("contact", "door") { Pin = 36 },
        new("contact", "leak") { Pin = 14, NormallyClosed = false },
    ];

    public void Dispose()
    {
        _board.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void EverySensorIsWhereTheListSays()
    {
        var wired = WiredRack.Wire(_board, Usual);
        Assert.Equal(Usual.Select(s => s.Name), wired.Chips.Select(c => c.Sensor.Name));
        Assert.Equal(2, new OneWireMaster(_board.OneWire).Search().Count);
        Assert.IsType<Sht4x>(_board.I2c[1].At(0x44));
        Assert.IsType<Ina226>(_board.I2c[1].At(0x41));
        Assert.NotNull(_board.Serial[2].Peer);
        Assert.NotNull(_board.Pins[4].Pulses);
        Assert.Equal(3, wired.Rack.Fans.Count);
    }

    [Fact]
    public void SensorsSeeTheirQuantity()
    {
        var wired = WiredRack.Wire(_board, Usual);
        var master = new OneWireMaster(_board.OneWire);
        master.Convert();
        _time.RunFor(TimeSpan.FromSeconds(1));
        var state = wired.Rack.Look();
        Assert.Equal(state.InletCelsius, Celsius(master.ReadScratchpad(Convert.FromHexString("28139BBB0B00001F"))), 0.3);
        string exhaust = master.Search().Single(r => r is not "28139BBB0B00001F");
        Assert.Equal(state.ExhaustCelsius, Celsius(master.ReadScratchpad(Convert.FromHexString(exhaust))), 0.3);

        var ina = new I2cMaster(_board.I2c[1].At(0x41)!);
        byte[] bus = ina.WriteRead(2, 2)!;
        Assert.Equal(state.BusVolts, (bus[0] << 8 | bus[1]) * 1.25e-3, 0.01);

        var meter = new FarEnd(_time, _board.Serial[2]);
        byte[] reply = Convert.FromHexString(meter.Ask("01040000000A700D"));
        Assert.Equal(state.MainsVolts, (reply[3] << 8 | reply[4]) / 10.0, 3.0);

        static double Celsius(byte[] scratchpad) => BitConverter.ToInt16(scratchpad) / 16.0;
    }

    [Fact]
    public void ContactsFollowTheirCondition()
    {
        var wired = WiredRack.Wire(_board, Usual);
        var door = _board.Pins[36];
        door.Configure(PinDirection.Input, pull: null);
        Assert.False(door.Level);
        wired.Rack.DoorOpen.IsOn = true;
        _time.RunFor(TimeSpan.FromSeconds(1));
        Assert.True(door.Level);
        wired.Rack.Condition("leak").IsOn = true;
        Assert.True(wired.Chip<DryContact>("leak").IsActive);
    }

    [Theory]
    [InlineData("inlet", "inlet air")]
    [InlineData("top-exhaust2", "exhaust air")]
    [InlineData("room", "room air")]
    [InlineData("attic", "inlet air")]
    public void NamesTellWhatAThermometerSees(string name, string expected) =>
        Assert.Equal(expected, WiredRack.Wire(_board, [new WiredSensor("ds18b20", name)]).Chips[0].Sees);

    [Fact]
    public void ARoleWinsOverTheName() =>
        Assert.Equal("exhaust air", WiredRack.Wire(_board, [new WiredSensor("ds18b20", "inlet") { Role = "exhaust" }]).Chips[0].Sees);

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakesAreExplained(WiredSensor sensor, string expected)
    {
        var e = Assert.Throws<WiringException>(() => WiredRack.Wire(_board, [new WiredSensor("sht4x", "first"), sensor]));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Contains(sensor.Name, e.Message, StringComparison.Ordinal);
    }

    public static TheoryData<WiredSensor, string> Mistakes() => new()
    {
        { new("ds18s20", "a"), "known are ds18b20, sht3x, sht4x, bme280, ntc, ina226, ina228, ina219, pzem004t, pzem017, divider, clamp, fan, contact, loop" },
        { new("sht4x", "first"), "Two sensors are called" },
        { new("ina226", "a") { Address = 0x44 }, "0x44 on I2C bus 1 is taken" },
        { new("ina226", "a") { Bus = 3 }, "no I2C bus 3" },
        { new("ina226", "a") { Address = 0x80 }, "0x80 is reserved" },
        { new("ina226", "a") { ShuntMicroohm = 0 }, "2000 for 2 mΩ" },
        { new("pzem004t", "a") { Com = 1 }, "COM1 is not free" },
        { new("pzem004t", "a") { Com = 4 }, "COM4 is not free" },
        { new("pzem004t", "a") { Address = 0xF8 }, "take 1 to 247" },
        { new("ds18b20", "a") { Rom = "28139BBB0B000020" }, "ends in a CRC" },
        { new("ds18b20", "a") { Rom = "28" }, "16 hexadecimal digits" },
        { new("fan", "a"), "needs a pin" },
        { new("fan", "a") { Pin = 40 }, "0 to 39" },
        { new("fan", "a") { Pin = 4, PulsesPerRevolution = 0 }, "most fans give 2" },
        { new("fan", "fan99") { Pin = 4 }, "fan1 to fan16" },
        { new("contact", "a") { Pin = -1 }, "no pin -1" },
    };
}
