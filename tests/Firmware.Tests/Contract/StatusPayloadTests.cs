using Appliance.Core.Contract;
using Appliance.Core.Json;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contract;

[TestClass]
public class StatusPayloadTests
{
    [TestMethod]
    public void The_birth_tells_session_time_and_reason()
    {
        JsonWriter json = new JsonWriter(new byte[128]);
        StatusPayload.WriteBirth(json, 17, new Stamp(1795246961, 5000), "power");
        Assert.AreEqual("{\"online\":1,\"session\":17,\"ts\":1795246961,\"boot\":\"power\"}", JsonText.Of(json));
    }

    [TestMethod]
    public void A_birth_before_the_clock_is_set_tells_the_uptime()
    {
        JsonWriter json = new JsonWriter(new byte[128]);
        StatusPayload.WriteBirth(json, 1, new Stamp(0, 5000), "planned");
        Assert.AreEqual("{\"online\":1,\"session\":1,\"up_s\":5,\"boot\":\"planned\"}", JsonText.Of(json));
    }

    [TestMethod]
    public void The_will_tells_the_session_that_died()
    {
        JsonWriter json = new JsonWriter(new byte[128]);
        StatusPayload.WriteWill(json, 17);
        Assert.AreEqual("{\"online\":0,\"session\":17}", JsonText.Of(json));
    }

    [TestMethod]
    public void Each_begins_a_text_of_its_own()
    {
        JsonWriter json = new JsonWriter(new byte[128]);
        StatusPayload.WriteBirth(json, 17, new Stamp(1, 1), "power");
        StatusPayload.WriteWill(json, 18);
        Assert.AreEqual("{\"online\":0,\"session\":18}", JsonText.Of(json));
    }
}
