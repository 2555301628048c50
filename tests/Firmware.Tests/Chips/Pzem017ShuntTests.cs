using Appliance.Core.Chips;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Chips;

[TestClass]
public class Pzem017ShuntTests
{
    [DataRow(0, 100)]
    [DataRow(1, 50)]
    [DataRow(2, 200)]
    [DataRow(3, 300)]
    [DataRow(4, 0)]
    [DataRow(0xFFFF, 0)]
    [DataRow(-1, 0)]
    public void Each_code_is_a_shunt_or_none(int code, int amperes)
    {
        Assert.AreEqual(amperes, Pzem017Shunt.Amperes(code));
    }
}
