using Appliance.Core.Derived;
using Appliance.Core.Metrics;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Derived;

[TestClass]
public class DerivationTests
{
    [TestMethod]
    public void Result_waits_for_all_sources_and_has_the_time_of_the_latest()
    {
        Metric outlet = Celsius("outlet");
        Metric inlet = Celsius("inlet");
        Metric delta = Celsius("delta");
        Difference difference = new Difference(outlet, inlet, delta);
        outlet.Set(3050, 1000);
        difference.Update(1000);
        Assert.IsTrue(delta.Quality == Quality.Pending);

        inlet.Set(2100, 2000);
        difference.Update(2500);
        Assert.AreEqual(950L, delta.Value);
        Assert.AreEqual(2000L, delta.Time);
    }

    [TestMethod]
    public void Missing_source_is_told_and_ends()
    {
        Metric outlet = Celsius("outlet");
        Metric inlet = Celsius("inlet");
        Metric delta = Celsius("delta");
        Difference difference = new Difference(outlet, inlet, delta);
        outlet.Set(3000, 1000);
        inlet.Fail(Quality.Checksum, 1000);
        difference.Update(1000);
        Assert.IsTrue(delta.Quality == Quality.SourceMissing);

        inlet.Set(2000, 2000);
        difference.Update(2000);
        Assert.IsTrue(delta.IsOk);
        Assert.AreEqual(1000L, delta.Value);
    }

    [TestMethod]
    public void Without_news_the_result_stays_as_old_as_it_is()
    {
        Metric outlet = Celsius("outlet");
        Metric delta = Celsius("delta");
        Difference difference = new Difference(outlet, outlet, delta);
        outlet.Set(3000, 1000);
        difference.Update(1000);
        delta.Fail(Quality.Stale, 9000);
        difference.Update(9000);
        Assert.IsTrue(delta.Quality == Quality.Stale);
    }

    [TestMethod]
    public void Air_of_25_degrees_and_50_percent()
    {
        Metric temperature = Celsius("a");
        Metric humidity = new Metric(Group.Climate, "a", "rh", "%RH", 2);
        Metric dew = new Metric(Group.Climate, "a", "dew_c", "°C", 2);
        Metric water = new Metric(Group.Climate, "a", "gm3", "g/m³", 2);
        DewPoint dewPoint = new DewPoint(temperature, humidity, dew);
        AbsoluteHumidity absolute = new AbsoluteHumidity(temperature, humidity, water);
        temperature.Set(2500, 1000);
        humidity.Set(5000, 1000);
        dewPoint.Update(1000);
        absolute.Update(1000);
        Assert.AreEqual(1385L, dew.Value);
        Assert.AreEqual(1148L, water.Value);
    }

    private static Metric Celsius(string name) => new Metric(Group.Climate, name, "c", "°C", 2);
}
