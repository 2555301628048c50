using Appliance.Core.Contract;
using Appliance.Core.Json;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Contract;

[TestClass]
public class StampTests
{
    [TestMethod]
    public void Before_the_clock_is_set_it_is_the_uptime_in_whole_seconds()
    {
        Assert.AreEqual("{\"up_s\":0}", Text(new Stamp(0, 999)));
        Assert.AreEqual("{\"up_s\":61}", Text(new Stamp(0, 61_500)));
    }

    [TestMethod]
    public void With_the_clock_set_it_is_the_time_of_day_alone()
    {
        Assert.AreEqual("{\"ts\":1795246961}", Text(new Stamp(1795246961, 61_500)));
    }

    [TestMethod]
    public void Time_goes_on_past_2038_and_uptime_past_a_month()
    {
        Assert.AreEqual("{\"ts\":4102444800}", Text(new Stamp(4102444800, 0)));
        Assert.AreEqual("{\"up_s\":7776000}", Text(new Stamp(0, 7776000000)));
    }

    [TestMethod]
    public void An_earlier_moment_has_the_time_of_day_that_is_known_by_now()
    {
        Stamp now = new Stamp(1795246961, 61_500);
        Assert.AreEqual(1795246960L, now.At(60_400).Unix);
        Assert.AreEqual(60_400L, now.At(60_400).Uptime);
        Assert.AreEqual(1795246900L, now.At(0).Unix);
        Assert.AreEqual(0L, new Stamp(0, 61_500).At(60_400).Unix);
    }

    private static string Text(Stamp stamp)
    {
        JsonWriter json = new JsonWriter(new byte[64]);
        json.BeginObject();
        stamp.Write(json);
        json.EndObject();
        return JsonText.Of(json);
    }
}
