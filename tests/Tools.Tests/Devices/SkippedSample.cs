using nanoFramework.TestFramework;

namespace Tools.Tests.Devices;

[TestClass]
public class SkippedSample
{
    [Setup]
    public void Prepare() => Assert.SkipTest("no hardware");

    [TestMethod]
    public void NeverRuns() => Assert.IsTrue(false);

    [Cleanup]
    public void NorThis() => Assert.IsTrue(false);
}
