using Appliance.Core.Contract;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contract;

[TestClass]
public class TopicLevelTests
{
    [DataRow("a")]
    [DataRow("z9_-0")]
    [DataRow("_")]
    [DataRow("-")]
    [DataRow("abcdefghijklmnopqrstuvwxyz012345")]
    public void Is_valid(string text)
    {
        Assert.IsTrue(TopicLevel.IsValid(text));
    }

    [DataRow("")]
    [DataRow("abcdefghijklmnopqrstuvwxyz0123456")]
    [DataRow("A")]
    [DataRow("a b")]
    [DataRow("\u00E9")]
    public void Is_not_valid(string text)
    {
        Assert.IsFalse(TopicLevel.IsValid(text));
    }

    [TestMethod]
    public void Of_all_ascii_only_38_characters_may_stand_in_it()
    {
        int allowed = 0;
        for (int c = 1; c < 128; c++)
        {
            bool isValid = TopicLevel.IsValid("a" + new string((char)c, 1));
            allowed += isValid ? 1 : 0;
            Assert.AreEqual("abcdefghijklmnopqrstuvwxyz0123456789_-".IndexOf((char)c) >= 0, isValid);
        }

        Assert.AreEqual(38, allowed);
    }
}
