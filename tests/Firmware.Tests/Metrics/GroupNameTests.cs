using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Metrics;

[TestClass]
public class GroupNameTests
{
    [TestMethod]
    public void Every_group_is_found_by_its_own_name()
    {
        for (int i = 0; i < GroupName.Count; i++)
        {
            Assert.IsTrue(GroupName.TryParse(GroupName.Of((Group)i), out Group group));
            Assert.AreEqual(i, (int)group);
        }
    }

    [DataRow("")]
    [DataRow("Power")]
    [DataRow("probe")]
    [DataRow("power ")]
    public void Other_names_are_none(string name)
    {
        Assert.IsFalse(GroupName.TryParse(name, out _));
    }
}
