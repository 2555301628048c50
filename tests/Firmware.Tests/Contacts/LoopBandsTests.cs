using Appliance.Core.Contacts;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contacts;

[TestClass]
public class LoopBandsTests
{
    private const int Reference = 3_300_000;

    // 1 kOhm each. Of 3.3 V: short 0, closed a half, open two thirds, cut all.
    [DataRow(-6144000, 12, false)]
    [DataRow(0, 12, false)]
    [DataRow(142000, 12, false)]
    [DataRow(1099999, 12, false)]
    [DataRow(1100000, 0, false)]
    [DataRow(1650000, 0, false)]
    [DataRow(1979999, 0, false)]
    [DataRow(1980000, 0, true)]
    [DataRow(2200000, 0, true)]
    [DataRow(2640000, 0, true)]
    [DataRow(2640001, 11, true)]
    [DataRow(3300000, 11, true)]
    [DataRow(6144000, 11, true)]
    public void Bands_tell_contact_from_wire(int microvolts, int quality, bool isOpen)
    {
        Assert.AreEqual(quality, (int)new LoopBands(1000, 1000, 1000, Reference).Decode(microvolts, out bool read));
        Assert.AreEqual(isOpen, read);
    }

    [DataRow(0, 1000, 1000, Reference)]
    [DataRow(1000, 0, 1000, Reference)]
    [DataRow(1000, 1000, 0, Reference)]
    [DataRow(1000, 1000, 1000, 0)]
    [DataRow(-1000, 1000, 1000, Reference)]
    [DataRow(1000, -2000, 1000, Reference)]
    public void Without_resistors_or_reference_nothing_is_told(int pullUp, int series, int parallel, int reference)
    {
        Assert.AreEqual(
            (int)Quality.NotCalibrated, (int)new LoopBands(pullUp, series, parallel, reference).Decode(1_650_000, out _));
    }
}
