using System.Text;
using Appliance.Core.Checksums;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Checksums;

[TestClass]
public class Crc32Tests
{
    [DataRow("", "00000000")]
    [DataRow("a", "E8B7BE43")]
    [DataRow("123456789", "CBF43926")]
    [DataRow("The quick brown fox jumps over the lazy dog", "414FA339")]
    public void Matches_the_published_check_values(string text, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.AreEqual(expected, Crc32.Of(bytes, 0, bytes.Length).ToString("X8"));
    }

    [TestMethod]
    public void Goes_on_from_the_result_over_what_came_before()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("123456789");
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            uint head = Crc32.Of(bytes, 0, cut);
            Assert.AreEqual(0xCBF43926u, Crc32.Of(bytes, cut, bytes.Length - cut, head));
        }
    }
}
