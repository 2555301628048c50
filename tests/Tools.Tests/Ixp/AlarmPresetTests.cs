using System.Globalization;
using Ixp.Sites.Alarms;
using Xunit;

namespace Tools.Tests.Ixp;

/// <summary>Presets against the tables that they come from.</summary>
public class AlarmPresetTests
{
    [Theory]
    [InlineData("ashrae-a1", 0, "32")]
    [InlineData("ashrae-a1", 900, "32")]
    [InlineData("ashrae-a1", 1190, "31.0")]
    [InlineData("ashrae-a2", 1200, "34")]
    [InlineData("ashrae-a2", 2355, "30.1")]
    [InlineData("ashrae-a3", 1190, "38.3")]
    [InlineData("ashrae-a4", 1190, "42.6")]
    [InlineData("ashrae-a4", -400, "45")]
    public void Allowable_maximum_falls_with_the_height(string preset, int altitude, string maximum) => Assert.Equal(
        decimal.Parse(maximum, CultureInfo.InvariantCulture), AlarmPreset.Find(preset)!.For("c", altitude)!["high_critical"]);

    [Fact]
    public void Warning_stays_below_what_is_critical()
    {
        var limits = AlarmPreset.Find("ashrae-a1")!.For("c", 3050)!;
        Assert.Equal((24.8m, 22.8m), (limits["high_critical"], limits["high_warning"]));
        Assert.Equal(21, AlarmPreset.Find("ashrae-a2")!.For("dew_c", 3050)!["high_critical"]);
    }

    [Fact]
    public void All_presets_ascend_at_any_height_and_end_what_they_begin()
    {
        foreach (var preset in AlarmPreset.All)
        {
            foreach (string suffix in preset.Limits.Keys)
            {
                for (int altitude = -500; altitude <= 3050; altitude += 50)
                {
                    var limits = preset.For(suffix, altitude)!;
                    decimal[] given = [.. LimitField.Limits.Where(limits.Values.ContainsKey).Select(l => limits.Values[l])];
                    Assert.NotEmpty(given);
                    Assert.Equal(given.Order().Distinct(), given);
                    Assert.True(given.Length < 2 || (limits["hysteresis"] ?? 0) < given[^1] - given[0]);
                    Assert.All(limits.Values.Keys, k => Assert.Contains(LimitField.All, f => f.Key == k));
                }
            }
        }
    }

    [Fact]
    public void What_the_site_says_goes_before_the_preset_field_by_field()
    {
        var limits = AlarmPreset.Find("fan")!.For("pct", 0)!.With(new MetricLimits
        {
            Values = new Dictionary<string, decimal> { ["low_warning"] = 70, ["low_critical"] = 20 }, IsLatched = true, Inhibitor = "grid_present",
        });
        Assert.Equal((70, 20, 5, 30), (limits["low_warning"], limits["low_critical"], limits["hysteresis"], limits["trip_s"]));
        Assert.Equal((true, "grid_present"), (limits.IsLatched, limits.Inhibitor));
        Assert.Equal((80, null, null), (AlarmPreset.Find("fan")!.For("pct", 0)!["low_warning"], limits.With(null).IsLatched is false ? "" : null, AlarmPreset.Find("fan")!.For("c", 0)));
    }
}
