using System.Device.Gpio;
using System.Text;
using Appliance.App.Composition;
using Appliance.App.Composition.Sensors;
using Appliance.Core.Counters;
using Appliance.Core.Config;
using Appliance.Core.Metrics;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Sites.Alarms;
using Ixp.Sites.Secrets;
using Ixp.Sites.Sensors;
using VirtualBoard.Running;
using Xunit;
using SensorKind = Ixp.Sites.Sensors.SensorKind;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>What is packed, the device's own code reads.</summary>
public class SitePackerTests
{
    /// <summary>Those of the rack that has every kind it can wire.</summary>
    public static TheoryData<string> Kinds => [.. FullSite.Sensors.Select(s => s.Kind.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Device_makes_of_each_kind_the_metrics_that_the_kind_claims_with_their_limits(string kind)
    {
        var site = FullSite;
        var sensor = site.Sensors.First(s => s.Kind.Name == kind);
        sensor = sensor with
        {
            Preset = null,
            Limits = sensor.Suffixes.ToDictionary(s => s, s => new MetricLimits
            {
                Values = new Dictionary<string, decimal>
                {
                    ["high_warning"] = 12m + (sensor.Kind.Decimals[s] > 0 ? 0.5m : 0), ["hysteresis"] = 2, ["change_15min"] = 7, ["trip_s"] = 3, ["clear_s"] = 14_400, ["lost_s"] = 90,
                },
                IsLatched = true,
                Inhibitor = "grid_present",
            }),
        };
        site = site with { Sensors = [.. site.Sensors.Select(s => s.Name == sensor.Name ? sensor : s)] };
        using var time = TimeBase.Virtual();
        using var rack = new VirtualSite(site, FullBoard, time);

        var metrics = rack.Board.Run(() =>
        {
            var config = SiteConfig.Parse(SitePacker.Pack(site, FullBoard));
            PinFunctions.Apply(config.Pins);
            var book = new MetricBook();
            var factory = FirmwareParts.Sensors(config, book, new CounterBook());
            Assert.DoesNotContain(factory.ToArray(), s => s is AbsentSensor);
            LimitFactory.Make(config.Alarms, book, []);
            return Enumerable.Range(0, book.Count).Select(i => book[i]).Where(m => m.Name == sensor.Name || m.Name == sensor.Name + "_normal").ToList();
        });

        Assert.Equal(
            sensor.Suffixes.Select(s => (s, sensor.Kind.Decimals[s])).Order(), metrics.Select(m => (m.Suffix, m.Decimals)).Order());
        Assert.Equal(sensor.Keys.Order(StringComparer.Ordinal), metrics.Select(m => m.Key).Order(StringComparer.Ordinal));
        foreach (var metric in metrics)
        {
            long factor = (long)Math.Pow(10, metric.Decimals);
            Assert.Equal((12 * factor) + (metric.Decimals > 0 ? factor / 2 : 0), metric.Limits.HighWarning);
            Assert.Equal(Limits.None, metric.Limits.LowCritical);
            Assert.Equal((2 * factor, 7 * factor, 3, 14_400), (metric.Limits.Hysteresis, metric.Limits.Change, metric.Limits.TripSeconds, metric.Limits.ClearSeconds));
            Assert.Equal((true, "grid_present", 90), (metric.Limits.IsLatched, metric.Limits.Inhibitor, metric.LostSeconds));
        }
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("two words  and % =# \t\n")]
    [InlineData("Grüße, 北京 🔌")]
    public void Secrets_come_back_and_stay_out_of_the_site_file(string password)
    {
        string canary = password + "canary-7f3a";

        var entry = (ConfigEntry)ConfigReader.Read(SitePacker.PackSecrets(new SiteSecrets { BrokerPassword = canary }))[0]!;

        Assert.Equal(("broker", canary), (entry.Keyword, entry.Text("password")));
        Assert.DoesNotContain("canary", Encoding.ASCII.GetString(SitePacker.Pack(GoodSite, GoodBoard)), StringComparison.Ordinal);
    }
}
