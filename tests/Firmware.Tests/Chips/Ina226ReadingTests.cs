using Appliance.Core.Chips;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class Ina226ReadingTests
{
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    [DataRow(2, 3)]
    [DataRow(9600, 12000)]
    [DataRow(28800, 36000)]
    public void A_bus_voltage_is_told_in_millivolts(int bus, int expected)
    {
        Assert.AreEqual((int)Quality.Ok, (int)Ina226Reading.Volts(bus, out long millivolts));
        Assert.AreEqual((long)expected, millivolts);
    }

    [DataRow(28801)]
    [DataRow(0x7FFF)]
    [DataRow(0xFFFF)]
    public void A_bus_voltage_above_the_rating_is_out_of_range(int bus)
    {
        Assert.AreEqual((int)Quality.OutOfRange, (int)Ina226Reading.Volts(bus, out _));
    }

    [DataRow(4000, 2000, 5000)]
    [DataRow(0xF060, 2000, -5000)]
    [DataRow(0, 2000, 0)]
    [DataRow(1, 100000, 0)]
    [DataRow(0x7FFE, 100, 819150)]
    public void A_current_comes_of_the_shunt(int shunt, int microohm, int expected)
    {
        Assert.AreEqual((int)Quality.Ok, (int)Ina226Reading.Amperes(shunt, microohm, out long milliamperes));
        Assert.AreEqual((long)expected, milliamperes);
    }

    [DataRow(0x7FFF)]
    [DataRow(0x8000)]
    public void A_shunt_voltage_at_the_end_of_its_scale_is_out_of_range(int shunt)
    {
        Assert.AreEqual((int)Quality.OutOfRange, (int)Ina226Reading.Amperes(shunt, 2000, out _));
    }

    [DataRow(0)]
    [DataRow(-1)]
    public void Without_a_shunt_there_is_no_current(int microohm)
    {
        Assert.AreEqual((int)Quality.NotCalibrated, (int)Ina226Reading.Amperes(4000, microohm, out long milliamperes));
        Assert.AreEqual(0L, milliamperes);
    }
}
