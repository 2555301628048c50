using Appliance.Core.Tls;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Tls;

[TestClass]
public class ClientHelloTests
{
    private const string Random = "00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E 1F";
    private const string Suites = " 00 00 14 13 01 13 02 13 03 C0 2B C0 2F C0 2C C0 30 CC A9 CC A8 00 FF 01 00";
    private const string Extensions = " 00 0A 00 0A 00 08 00 1D 00 17 00 18 00 19 00 0B 00 02 01 00"
        + " 00 0D 00 14 00 12 04 03 05 03 06 03 08 04 08 05 08 06 04 01 05 01 06 01 00 2B 00 05 04 03 04 03 03 00 33 00 02 00 00 00 17 00 00";

    [TestMethod]
    public void An_address_is_no_server_name()
    {
        Assert.AreEqual(
            "16 03 01 00 80 01 00 00 7C 03 03 " + Random + Suites + " 00 3F" + Extensions, Write("192.0.2.7"));
    }

    [TestMethod]
    public void A_name_is_told()
    {
        Assert.AreEqual(
            "16 03 01 00 8D 01 00 00 89 03 03 " + Random + Suites + " 00 4C 00 00 00 09 00 07 00 00 04 62 2E 6E 6F" + Extensions, Write("b.no"));
    }

    [TestMethod]
    public void A_name_that_no_server_can_have_is_left_out()
    {
        string name = "";
        for (int i = 0; i < 254; i++)
        {
            name += "a";
        }

        Assert.AreEqual(Write("192.0.2.7"), Write(name));
        Assert.AreEqual(Write("192.0.2.7"), Write(""));
    }

    private static string Write(string host) => Hex.Text(ClientHello.Write(host, Hex.Bytes(Random)), 0);
}
