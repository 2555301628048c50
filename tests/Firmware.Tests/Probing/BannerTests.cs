using System;
using System.Text;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Probing;

[TestClass]
public class BannerTests
{
    [DataRow("SSH-2.0-OpenSSH_9.2\r\n", BannerMatch.Matched)]
    [DataRow("SSH-2.0-", BannerMatch.Matched)]
    [DataRow("SSH-2.0", BannerMatch.Incomplete)]
    [DataRow("", BannerMatch.Incomplete)]
    [DataRow("SSH-1.99-", BannerMatch.Mismatched)]
    [DataRow("H", BannerMatch.Mismatched)]
    [DataRow("220 mail.example", BannerMatch.Mismatched)]
    public void A_greeting_is_matched_from_its_first_byte(string greeting, BannerMatch expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(greeting);
        Assert.AreEqual((int)expected, (int)new Banner("SSH-2.0-").Look(bytes, bytes.Length));
    }

    [TestMethod]
    public void Only_what_has_come_counts()
    {
        Banner banner = new Banner("SSH-2.0-");
        byte[] buffer = Encoding.UTF8.GetBytes("SSH-2.0-left from before");
        for (int length = 0; length < banner.Length; length++)
        {
            Assert.AreEqual((int)BannerMatch.Incomplete, (int)banner.Look(buffer, length));
        }

        Assert.AreEqual((int)BannerMatch.Matched, (int)banner.Look(buffer, banner.Length));
    }

    [TestMethod]
    public void What_is_once_certain_stays_so()
    {
        Random random = new Random(4253);
        Banner banner = new Banner("SSH-2.0-");
        byte[] greeting = Encoding.UTF8.GetBytes("SSH-2.0-x\r\n");
        for (int round = 0; round < 2000; round++)
        {
            byte[] bytes = Mutant.Of(greeting, random);
            BannerMatch last = BannerMatch.Incomplete;
            for (int length = 0; length <= bytes.Length; length++)
            {
                BannerMatch match = banner.Look(bytes, length);
                Assert.IsTrue(last == BannerMatch.Incomplete || match == last);
                last = match;
            }
        }
    }
}
