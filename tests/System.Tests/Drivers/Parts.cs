using System.Device.Gpio;
using System.Device.I2c;
using System.IO.Ports;
using Appliance.Core.Chips;
using Appliance.Core.Contacts;
using Appliance.Core.Electrical;
using Appliance.Core.Metrics;
using Appliance.Drivers.Analogue;
using Appliance.Drivers.Bme280;
using Appliance.Drivers.Clamp;
using Appliance.Drivers.Contact;
using Appliance.Drivers.Divider;
using Appliance.Drivers.Ds18b20;
using Appliance.Drivers.FanTach;
using Appliance.Drivers.Ina219;
using Appliance.Drivers.Ina226;
using Appliance.Drivers.Ina228;
using Appliance.Drivers.Loop;
using Appliance.Drivers.Modbus;
using Appliance.Drivers.Ntc;
using Appliance.Drivers.Pzem004t;
using Appliance.Drivers.Pzem017;
using Appliance.Drivers.Sht3x;
using Appliance.Drivers.Sht4x;
using nanoFramework.Device.OneWire;

namespace SystemTests.Drivers;

/// <summary>The drivers with the units and decimals that the appliance gives them, reading once a second unless told.</summary>
internal static class Parts
{
    public const int PeriodMs = 1000;
    public const int ShuntMicroohm = 2000;
    public const int Bme280Address = 0x76;
    public const int Sht3xAddress = 0x45;
    public const int Sht4xAddress = 0x44;
    public const int Ina226Address = 0x40;

    public static Bme280Sensor Bme280(this SensorBench bench) => bench.Add(() => new Bme280Sensor(
        "bme280", I2c(Bme280Address), PeriodMs, Metric("c", 2), Metric("rh", 2), Metric("hpa", 2)));

    public static Sht3xSensor Sht3x(this SensorBench bench) => bench.Add(() => new Sht3xSensor(
        "sht3x", I2c(Sht3xAddress), PeriodMs, Metric("c", 2), Metric("rh", 2)));

    public static Sht4xSensor Sht4x(this SensorBench bench) => bench.Add(() => new Sht4xSensor(
        "sht4x", I2c(Sht4xAddress), PeriodMs, Metric("c", 2), Metric("rh", 2)));

    public static Ina226Sensor Ina226(this SensorBench bench) => bench.Add(() => new Ina226Sensor(
        "ina226", I2c(Ina226Address), PeriodMs, ShuntMicroohm, Metric("v", 3), Metric("a", 3), Metric("w", 1)));

    public static Ina228Sensor Ina228(this SensorBench bench) => bench.Add(() => new Ina228Sensor(
        "ina228", I2c(Ina226Address), PeriodMs, ShuntMicroohm, Metric("v", 3), Metric("a", 3), Metric("w", 1), Metric("die_c", 1)));

    public static Ina219Sensor Ina219(this SensorBench bench) => bench.Add(() => new Ina219Sensor(
        "ina219", I2c(Ina226Address), PeriodMs, ShuntMicroohm, Metric("v", 3), Metric("a", 3), Metric("w", 1)));

    /// <summary>Puts a script in the place of a chip.</summary>
    public static WordsOnI2c Script(this SensorBench bench, int address)
    {
        var words = new WordsOnI2c();
        bench.Board.I2c[1].Detach(address);
        bench.Board.I2c[1].Attach(address, words);
        return words;
    }

    public static Ds18b20Chain Ds18b20(this SensorBench bench, params byte[][] roms) =>
        bench.Ds18b20([.. roms.Select(rom => Probe(rom))]);

    public static Ds18b20Chain Ds18b20(this SensorBench bench, Ds18b20Probe[] probes, int periodMs = PeriodMs) =>
        bench.Add(() => new Ds18b20Chain(new OneWireHost(), periodMs, probes));

    public static Ds18b20Probe Probe(byte[] rom, int bits = 12) => new(rom, Metric("c", 2), bits);

    public static Pzem004tSensor Pzem004t(this SensorBench bench, ModbusPort port, int slave = 1, Metric? presence = null) =>
        bench.Add(() => new Pzem004tSensor(
            "pzem",
            port,
            slave,
            PeriodMs,
            [Metric("v", 1), Metric("a", 3), Metric("w", 1), Metric("wh", 0), Metric("hz", 1), Metric("pf", 2)],
            presence));

    public static Pzem017Sensor Pzem017(
        this SensorBench bench, ModbusPort port, int shuntAmps, int slave = 1, Metric? presence = null) =>
        bench.Add(() => new Pzem017Sensor(
            "pzem", port, slave, PeriodMs, [Metric("v", 2), Metric("a", 2), Metric("w", 1), Metric("wh", 0)], shuntAmps, presence));

    public static ModbusPort ModbusPort(this SensorBench bench, StopBits stopBits = StopBits.One) =>
        bench.Board.Run(() => new ModbusPort("COM2", 9600, stopBits));

    /// <summary>What a contact says of the supply of a meter.</summary>
    public static Metric Presence(this SensorBench bench) => bench.Board.Run(() => Metric("present", 0));

    public static FanTachSensor Fan(this SensorBench bench, int pulsesPerTurn, int pin = SensorBench.FanPin) => bench.Add(
        () => new FanTachSensor("fan", new GpioPulseCounter(pin), pulsesPerTurn, PeriodMs, Metric("rpm", 0)));

    public static ContactSensor Contact(this SensorBench bench, bool highIsOne, int holdMs, int periodMs = PeriodMs) => bench.Add(
        () => new ContactSensor(
            "contact",
            new GpioController().OpenPin(SensorBench.ContactPin, PinMode.InputPullUp),
            highIsOne,
            holdMs,
            periodMs,
            Metric("open", 0),
            Metric("count", 0)));

    public static NtcSensor Ntc(this SensorBench bench, AnalogueInput input, bool isHighSide = false) => bench.Add(
        () => new NtcSensor("ntc", input, new NtcCurve(10_000, 3950, 10_000, 3_300_000, isHighSide), PeriodMs, Metric("c", 2)));

    public static DividerSensor Divider(this SensorBench bench, AnalogueInput input, int topOhm = 0, int bottomOhm = 10_000) => bench.Add(
        () => new DividerSensor("divider", input, new VoltageDivider(topOhm, bottomOhm), PeriodMs, Metric("v", 3)));

    public static ClampSensor Clamp(this SensorBench bench, AnalogueInput input, int hertz = 50) => bench.Add(
        () => new ClampSensor("clamp", input, 30_000, hertz, PeriodMs, Metric("a", 2)));

    public static LoopSensor Loop(this SensorBench bench, AnalogueInput input, bool openIsOne = true, int holdMs = 30) => bench.Add(
        () => new LoopSensor(
            "loop", input, new LoopBands(1000, 1000, 1000, 3_300_000), openIsOne, holdMs, PeriodMs, Metric("open", 0)));

    private static I2cDevice I2c(int address) => new(new I2cConnectionSettings(1, address));

    private static Metric Metric(string suffix, int decimals) => new(Group.Climate, "x", suffix, "", decimals);
}
