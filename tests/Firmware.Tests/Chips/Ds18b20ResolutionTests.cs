using Appliance.Core.Chips;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class Ds18b20ResolutionTests
{
    [DataRow(9, 0x1F, 94)]
    [DataRow(10, 0x3F, 188)]
    [DataRow(11, 0x5F, 375)]
    [DataRow(12, 0x7F, 750)]
    public void A_resolution_has_its_code_and_its_time(int bits, int configuration, int milliseconds)
    {
        Assert.AreEqual(configuration, (int)Ds18b20Resolution.Configuration(bits));
        Assert.AreEqual(bits, Ds18b20Resolution.Bits((byte)configuration));
        Assert.AreEqual(milliseconds, Ds18b20Resolution.ConversionMs(bits));
    }
}
