using VirtualRack.Chips;

namespace SystemTests.Drivers;

public sealed class Sht4xDriverTests() : ShtDriverTests<Sht4x>(
    Parts.Sht4xAddress, 125.0 / 65535, 0xFD, (time, celsius, humidity) => new Sht4x(time, celsius, humidity), bench => bench.Sht4x());
