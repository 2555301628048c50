using Ixp.Flash;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Flash;

/// <summary>nanoff is called by the options that it has, and its words are understood.</summary>
public class NanoffTests
{
    [Theory]
    [InlineData("--serial-port")]
    [InlineData("--flash")]
    [InlineData("")]
    public void Option_that_it_does_not_have(string name) => Assert.Throws<ArgumentException>(() => new NanoffCall().With(name));

    [Fact]
    public void Option_without_its_value_or_with_one_too_many()
    {
        Assert.Throws<ArgumentException>(() => new NanoffCall().With("--target"));
        Assert.Throws<ArgumentException>(() => new NanoffCall().With("--update", "yes"));
    }

    [Fact]
    public void Table_names_each_option_once() => Assert.Equal(NanoffOptions.All.Count, NanoffOptions.All.Select(o => o.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Firmware_and_application_never_go_by_one_call()
    {
        var order = new FlashOrder { Board = GoodBoard, Image = "a.bin", Erases = true, Archive = "x" };
        var steps = FlashPlan.Of(order, FlashTarget.Of(GoodBoard), "COM3", "1.17.0.1", "files.json", "network.json");

        Assert.Equal(["firmware", "application", "configuration", "network settings"], steps.Select(s => s.Title));
        Assert.DoesNotContain(steps, s => s.Call.Arguments.Contains("--update") && s.Call.Arguments.Contains("--image"));
        Assert.Equal("0x1E0000", steps[1].Call.Arguments[^1]);
    }

    [Fact]
    public void Call_reads_as_a_line_of_a_shell() => Assert.Equal(
        "nanoff --deploy --image \"C:\\my files\\a.bin\" --serialport COM3",
        new NanoffCall().With("--deploy").With("--image", "C:\\my files\\a.bin").With("--serialport", "COM3").ToString());

    [Theory]
    [InlineData("1.17.0", "1.17.0.20", "1.16.0.99", "1.17.0.7", "1.17.0.20", "1.18.0.1", "nonsense", "")]
    [InlineData("1.17.0.7", "1.17.0.7", "1.17.0.20", "1.17.0.7")]
    [InlineData("1.17.0", null, "1.17.1.20", "1.7.0.1")]
    public void Newest_build_of_the_version_is_chosen(string pin, string? chosen, params string[] published) =>
        Assert.Equal(chosen, (FirmwarePin.Current with { Version = pin }).Choose(published));

    [Fact]
    public void Shipped_pin_is_a_version_and_claims_nothing()
    {
        Assert.True(Version.TryParse(FirmwarePin.Current.Version, out _));
        Assert.True(Version.TryParse(FirmwarePin.Current.Nanoff, out _));
        Assert.Equal("unverified", FirmwarePin.Current.Verified);
    }

    [Fact]
    public void Versions_stand_below_the_name_of_their_image()
    {
        string[] lines = ["nanoff 2.5.162", "Available targets:", "  ESP32_OLIMEX", "    1.17.0.2", "    1.17.0.1", "  ESP32_OLIMEX_WROVER", "    1.17.0.3", "", "bye"];
        Assert.Equal(["1.17.0.2", "1.17.0.1"], TargetList.VersionsOf("ESP32_OLIMEX", lines));
        Assert.Equal(["1.17.0.3"], TargetList.VersionsOf("ESP32_OLIMEX_WROVER", lines));
        Assert.Empty(TargetList.VersionsOf("ESP32", lines));
    }

    [Fact]
    public void No_port_several_ports_and_the_one_that_was_asked_for()
    {
        Assert.Equal("COM3", SerialPorts.Choose("COM3", []));
        Assert.Equal("COM4", SerialPorts.Choose(null, ["COM4"]));
        Assert.Contains("a USB cable that carries data", Assert.Throws<FlashException>(() => SerialPorts.Choose(null, [])).Next, StringComparison.Ordinal);
        Assert.Contains("COM4, COM5", Assert.Throws<FlashException>(() => SerialPorts.Choose(null, ["COM4", "COM5"])).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("boot: running 0.1.0+0badcafe-dirty on ESP32_OLIMEX 1.17.0.20, session 3", true)]
    [InlineData("boot: running 1.2.0 on M5Core 1.17.0.0, session 999999999", true)]
    [InlineData("boot: running 1.2.0 on M5Core 1.17.0.0, session 9999999999", false)]
    [InlineData("boot: session 3, started by power", false)]
    [InlineData("xboot: running 1 on B 1, session 1", false)]
    [InlineData("", false)]
    public void Line_of_a_board_that_runs(string line, bool isOne) => Assert.Equal(isOne, RunningLine.Parse(line) is not null);
}
