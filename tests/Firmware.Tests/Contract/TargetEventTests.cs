using Appliance.Core.Contract;
using Appliance.Core.Probing;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contract;

[TestClass]
public class TargetEventTests
{
    [DataRow((int)TargetState.Up, "target-up")]
    [DataRow((int)TargetState.Degraded, "target-degraded")]
    [DataRow((int)TargetState.Down, "target-down")]
    [DataRow((int)TargetState.Unreachable, "target-unreachable")]
    [DataRow((int)TargetState.Flapping, "target-flapping")]
    public void Every_certain_state_has_its_event(int state, string name) =>
        Assert.AreEqual(name, TargetEvent.Of((TargetState)state));

    [TestMethod]
    public void A_soft_state_is_no_event() => Assert.IsNull(TargetEvent.Of(TargetState.Soft));
}
