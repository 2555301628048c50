using Ixp.Running;
using Xunit;

namespace Tools.Tests.Ixp.Flash;

/// <summary>The command as a volunteer types it, with neither board nor nanoff at hand.</summary>
public sealed class FlashCommandTests
{
    private static readonly string DemoRack = Path.Combine(SiteFolder.Boards, "examples", "demo-rack.json");

    [Fact]
    public async Task Dry_run_prints_the_exact_commands_and_does_nothing()
    {
        var (code, output, error) = await Run("--site", DemoRack, "--port", "COM3", "--image", "appliance.bin", "--firmware-version", "1.17.0.20", "--erase", "--dry-run");

        string image = Path.GetFullPath("appliance.bin");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            $"""
            nanoff --suppressnanoffversioncheck --platform esp32 --target ESP32_OLIMEX --serialport COM3 --update --fwversion 1.17.0.20 -v m --masserase
            nanoff --suppressnanoffversioncheck --platform esp32 --target ESP32_OLIMEX --serialport COM3 --deploy --image {image} --address 0x1E0000
            nanoff --suppressnanoffversioncheck --serialport COM3 --filedeployment files.json
            nanoff --suppressnanoffversioncheck --serialport COM3 --networkdeployment network.json
            # files.json puts site.conf into I:\ixp; network.json names an address by DHCP.
            # Then the board is restarted, and its line 'boot: running ...' awaited at 921600 baud.

            """,
            output);
    }

    [Theory]
    [InlineData("esp32-devkitc", "ESP32_REV3", "0x1E0000")]
    [InlineData("esp32-s3-devkitc-1", "ESP32_S3_OCTAL", "0x1B0000")]
    [InlineData("esp32-c3-devkitm-1", "ESP32_C3", "0x1B0000")]
    [InlineData("olimex-esp32-poe-iso-wrover", "ESP32_OLIMEX_WROVER", "0x1E0000")]
    [InlineData("wesp32", "ESP32_WESP32", "0x1E0000")]
    public async Task Each_board_gets_its_image_and_its_address(string board, string image, string address)
    {
        var (code, output, _) = await Run("--board", board, "--dry-run");

        Assert.Equal(0, code);
        Assert.Contains($"--target {image} --serialport PORT --update", output, StringComparison.Ordinal);
        Assert.Contains($"--address {address}\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("--masserase", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tell what board it is: give --board, or a site by --site.", "--dry-run")]
    [InlineData("--secrets belong to a site: give it by --site.", "--board", "wesp32", "--secrets", "x.json", "--dry-run")]
    [InlineData("--firmware-version latest: write three or four numbers, such as 1.17.0.", "--board", "wesp32", "--firmware-version", "latest", "--dry-run")]
    [InlineData("--noc-port: a port is 1 to 65535.", "--board", "wesp32", "--noc-port", "99999", "--dry-run")]
    [InlineData("There is no board 'wesp23'", "--board", "wesp23", "--dry-run")]
    [InlineData("Virtual board has no deploy_address in its board file.\nNext: Take another --board", "--board", "virtual", "--dry-run")]
    public async Task What_cannot_be_flashed_is_explained(string expected, params string[] arguments)
    {
        var (code, _, error) = await Run(arguments);
        Assert.NotEqual(0, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Error)> Run(params string[] arguments) => IxpProcess.Run(["flash", .. arguments]);
}
