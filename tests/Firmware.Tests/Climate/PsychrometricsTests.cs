using Appliance.Core.Climate;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Climate;

[TestClass]
public class PsychrometricsTests
{
    [DataRow(2500, 5000, 1385)]
    [DataRow(3000, 6000, 2139)]
    [DataRow(3500, 8000, 3103)]
    [DataRow(2000, 4000, 598)]
    [DataRow(2700, 6000, 1857)]
    [DataRow(0, 10000, 0)]
    [DataRow(-1500, 10000, -1500)]
    public void Dew_point_is_that_of_Magnus_and_Sonntag(int celsius, int humidity, int expected)
    {
        long error = Psychrometrics.DewPoint(celsius, humidity) - expected;
        Assert.IsTrue(error >= -1 && error <= 1);
    }

    [DataRow(2500, 5000, 1148)]
    [DataRow(2000, 10000, 1724)]
    [DataRow(0, 10000, 485)]
    public void Air_holds_so_many_grams(int celsius, int humidity, int expected)
    {
        long error = Psychrometrics.AbsoluteHumidity(celsius, humidity) - expected;
        Assert.IsTrue(error >= -1 && error <= 1);
    }

    [TestMethod]
    public void Dew_point_is_never_above_the_air_and_rises_with_humidity()
    {
        for (int celsius = -4000; celsius <= 8500; celsius += 97)
        {
            long last = long.MinValue;
            for (int humidity = 0; humidity <= 10_000; humidity += 53)
            {
                long dew = Psychrometrics.DewPoint(celsius, humidity);
                Assert.IsTrue(dew <= celsius + 1);
                Assert.IsTrue(dew >= last);
                last = dew;
            }
        }
    }

    [TestMethod]
    public void Nothing_a_sensor_can_tell_is_refused()
    {
        for (long celsius = -30_000; celsius <= 30_000; celsius += 501)
        {
            for (long humidity = -1000; humidity <= 20_000; humidity += 777)
            {
                Psychrometrics.DewPoint(celsius, humidity);
                Assert.IsTrue(Psychrometrics.AbsoluteHumidity(celsius, humidity) >= 0);
            }
        }
    }
}
