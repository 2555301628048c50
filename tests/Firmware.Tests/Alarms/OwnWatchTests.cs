using Appliance.Core.Alarms;
using Appliance.Core.Contract;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Alarms;

[TestClass]
public class OwnWatchTests
{
    [TestMethod]
    public void It_is_a_fault_once_it_has_been_so_for_its_time()
    {
        OwnWatch watch = new OwnWatch("clock", "no time", 5000) { IsSo = true };
        Assert.IsFalse(watch.Step(1000));
        watch.IsSo = false;
        Assert.IsFalse(watch.Step(2000));
        watch.IsSo = true;
        Assert.IsFalse(watch.Step(3000));
        Assert.IsFalse(watch.Step(7999));
        Assert.IsTrue(watch.Step(8000));
        Assert.AreEqual(
            "{\"severity\":4,\"state\":\"fault\",\"since_up_s\":3,\"text\":\"no time\"}",
            JsonText.Of(watch.Report(new Topics("s", "d"), new Stamp(0, 9000))));
        Assert.IsFalse(watch.IsSeenWell());
        watch.IsSo = false;
        Assert.IsTrue(watch.Step(10_000));
        Assert.IsTrue(watch.IsSeenWell());
        Assert.AreEqual(
            "{\"severity\":0,\"state\":\"ok\",\"since_up_s\":10,\"text\":\"the appliance's clock is well again\"}",
            JsonText.Of(watch.Report(new Topics("s", "d"), new Stamp(0, 10_000))));
    }
}
