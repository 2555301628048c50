using System.Text;
using System.Text.Json.Nodes;
using Ixp.Flash;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Sites.Secrets;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp.Flash;

/// <summary>From the first call of nanoff to the board that says that it runs, and each way in which that can end before.</summary>
public sealed class FlashRunTests : IDisposable
{
    private const string Canary = "canary-7f3a-long-enough";
    private const string Quick = "--suppressnanoffversioncheck";
    private const string Running = "boot: running 0.1.0+0badcafe on ESP32_OLIMEX 1.17.0.20, session 3";

    private readonly FakeNanoff _nanoff = new();
    private readonly StringWriter _shown = new();
    private readonly string _image = Path.GetTempFileName();

    public void Dispose()
    {
        _nanoff.Dispose();
        File.Delete(_image);
    }

    [Fact]
    public async Task Board_of_a_box_becomes_the_appliance_of_a_site()
    {
        using var board = new FakeBoard("boot: session 3, started by power", Running);
        await Flash(OrderFor(board.Port));

        Assert.Equal(
            [
                ["--version"],
                [Quick, "--listtargets", "--platform", "esp32"],
                [Quick, "--platform", "esp32", "--target", "ESP32_OLIMEX", "--serialport", board.Port, "--update", "--fwversion", "1.17.0.20", "-v", "m"],
                [Quick, "--platform", "esp32", "--target", "ESP32_OLIMEX", "--serialport", board.Port, "--deploy", "--image", _image, "--address", "0x1E0000"],
            ],
            _nanoff.Calls.Take(4));
        Assert.Equal([Quick, "--serialport", board.Port, "--filedeployment"], _nanoff.Calls[4][..4]);
        Assert.Equal([Quick, "--serialport", board.Port, "--networkdeployment"], _nanoff.Calls[5][..4]);
        Assert.Equal(6, _nanoff.Calls.Count);
        Assert.Equal(1, board.Restarts);
        Assert.Contains(Running, _shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_reach_the_board_whole_and_nobody_else()
    {
        using var board = new FakeBoard(Running);
        var order = OrderFor(board.Port);
        await Flash(order);

        var site = order.Site!;
        Assert.Equal(SitePacker.Pack(site.Site, site.Board), _nanoff.Given("site.conf"));
        Assert.Equal(SitePacker.PackSecrets(site.Secrets), _nanoff.Given("secrets.conf"));
        var files = JsonNode.Parse(_nanoff.Given("files.json"))!["files"]!.AsArray();
        Assert.Equal(["I:\\ixp\\client.pem", "I:\\ixp\\client.key", "I:\\ixp\\secrets.conf", "I:\\ixp\\site.conf"], files.Select(f => (string)f!["DestinationFilePath"]!));
        Assert.Equal(["", ""], files.Take(2).Select(f => (string)f!["SourceFilePath"]!));
        Assert.All(files.Skip(2), f => Assert.False(File.Exists((string)f!["SourceFilePath"]!), "what holds secrets is still there"));
        Assert.Equal("""{"Ethernet":{"DhcpEnabled":true,"IPv4DNSAddress1":"0.0.0.0","IPv4DNSAddress2":"0.0.0.0"}}""", JsonNode.Parse(_nanoff.Given("network.json"))!.ToJsonString());
        Assert.DoesNotContain("canary", _shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", string.Concat(_nanoff.Calls.SelectMany(c => c)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_without_a_site_waits_for_its_configuration()
    {
        using var board = new FakeBoard("boot: no configuration: put I:\\ixp\\site.conf on the board");
        await Flash(OrderFor(board.Port) with { Site = null });

        Assert.Equal(4, _nanoff.Calls.Count);
        Assert.False(_nanoff.WasGiven("site.conf"));
    }

    [Fact]
    public async Task Without_secrets_a_device_keeps_those_that_it_has()
    {
        using var board = new FakeBoard(Running);
        await Flash(OrderFor(board.Port) with { Site = new CheckedSite(GoodSite, GoodBoard, new SiteSecrets()) });

        Assert.False(_nanoff.WasGiven("secrets.conf"));
        Assert.Equal(["I:\\ixp\\site.conf"], JsonNode.Parse(_nanoff.Given("files.json"))!["files"]!.AsArray().Select(f => (string)f!["DestinationFilePath"]!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Board_without_USB_is_started_by_hand_once_its_application_is_on_it(bool hasSite)
    {
        using var board = new FakeBoard(Running);
        var asked = new List<int>();
        var order = OrderFor(board.Port) with { Board = GoodBoard with { Serial = GoodBoard.Serial with { HasUsb = false } } };
        await new FlashRun(hasSite ? order : order with { Site = null }, new Nanoff(_nanoff.Program), new PlainFlashView(_shown)) { Pause = _ => asked.Add(_nanoff.Calls.Count) }
            .Run(TestContext.Current.CancellationToken);

        Assert.Equal([4], asked);
    }

    [Fact]
    public async Task Ctrl_C_ends_nanoff_and_leaves_no_secret_behind()
    {
        _nanoff.Hang("--update");
        using var end = new CancellationTokenSource();
        using var view = new LineView(line => { if (line is "hanging") end.Cancel(); });
        var run = new FlashRun(OrderFor("/dev/null"), new Nanoff(_nanoff.Program), view);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Run(end.Token));
        Assert.Empty(Directory.EnumerateDirectories(Path.GetTempPath(), $"ixp-flash-{Environment.ProcessId}-*"));
    }

    [Fact]
    public async Task Nothing_is_erased_unless_asked()
    {
        using var board = new FakeBoard(Running);
        await Flash(OrderFor(board.Port));
        Assert.DoesNotContain(_nanoff.Calls, c => c.Contains("--masserase") || c.Contains("--nobackupconfig"));

        await Flash(OrderFor(board.Port) with { Erases = true });
        Assert.Single(_nanoff.Calls, c => c.Contains("--masserase"));
    }

    [Fact]
    public async Task Archive_takes_the_place_of_the_Internet()
    {
        using var board = new FakeBoard(Running);
        await Flash(OrderFor(board.Port) with { Archive = "/srv/archive" });

        Assert.All(_nanoff.Calls.Where(c => c.Contains("--listtargets") || c.Contains("--update")), c =>
            Assert.Equal(["--fromarchive", "--archivepath", "/srv/archive"], c[^3..]));
    }

    [Theory]
    [InlineData("1.17.0.7", "1.17.0.7")]
    [InlineData("1.16.2", "1.16.2.400")]
    public async Task Another_firmware_can_be_asked_for(string asked, string flashed)
    {
        using var board = new FakeBoard(Running);
        await Flash(OrderFor(board.Port) with { FirmwareVersion = asked });
        Assert.Contains(flashed, _nanoff.Calls.Single(c => c.Contains("--update")));
    }

    [Theory]
    [InlineData("--version", "nanoff 2.4.9", 0, "nanoff is 2.4.9, and has to be 2.5.162 at least.\nNext: Update it: dotnet tool update -g nanoff")]
    [InlineData("--version", "You must install or update .NET to run this application.\nFramework: 'Microsoft.NETCore.App', version '8.0.0' (x64)", 150, "nanoff needs the runtime of .NET 8, which this PC does not have.\nNext: Install it: winget install Microsoft.DotNet.Runtime.8")]
    [InlineData("--version", "what? 8.0.0", 0, "does not tell its version, so it may not be nanoff.\nNext: Install it: dotnet tool install -g nanoff")]
    [InlineData("--listtargets", "Unhandled exception. System.Net.Http.HttpRequestException: Name or service not known", 134, "the versions of the firmware could not be asked for: the Internet could not be asked.\nNext: Connect this PC to the Internet")]
    [InlineData("--listtargets", "  ESP32_REV3\n    1.17.0.21", 0, "there is no image ESP32_OLIMEX.")]
    [InlineData("--listtargets", "  ESP32_OLIMEX\n    1.12.4.3", 0, "of ESP32_OLIMEX there is 1.12.4.3, and none of 1.17.0.")]
    [InlineData("--update", "E4000", 160, "firmware: the board did not go into its loader, or nanoff failed while it was there.\nNext: Hold BOOT")]
    [InlineData("--update", "E6002", 114, "firmware: another program has the port.\nNext: Close what else may use the port")]
    [InlineData("--update", "E9005", 45, "firmware: there is no image of that name and version.\nNext: nanoff --listtargets")]
    [InlineData("--deploy", "Error E9009: Can't program deployment BIN file", 49, "application: nanoff does not take the address of the application.")]
    [InlineData("--deploy", "stack trace", 134, "application: nanoff ended with 134.\nNext: Flash again with --plain, which shows all that nanoff says.")]
    [InlineData("--filedeployment", "Deploying file /x/site.conf to I:\\ixp\\site.conf...\nError deploying content file /x/site.conf to I:\\ixp\\site.conf", 0, "configuration: I:\\ixp\\site.conf did not get onto the board.\nNext: Press RESET")]
    [InlineData("--filedeployment", "Exception deploying content file /x/a b to I:\\ixp\\a b", 0, "configuration: I:\\ixp\\a b did not get onto the board.")]
    [InlineData("--filedeployment", "Error E2003: Error executing file deployment on nano device.", 211, "configuration: the running board did not take the files.\nNext: Press RESET")]
    [InlineData("--networkdeployment", "Error E2002: Error executing operation with nano device.", 210, "network settings: the running board did not take it.\nNext: Press RESET")]
    [InlineData("--networkdeployment", "Error E1234: New.", 210, "network settings: nanoff says E1234.\nNext: Flash again with --plain, which shows all that nanoff says.")]
    public async Task Each_failure_of_nanoff_is_told_with_the_next_step(string option, string output, int exitCode, string expected)
    {
        _nanoff.Answer(option, output, exitCode);
        using var board = new FakeBoard(Running);
        var failure = await Assert.ThrowsAsync<FlashException>(() => Flash(OrderFor(board.Port)));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, board.Restarts);
    }

    [Fact]
    public async Task Nanoff_that_is_not_there()
    {
        var failure = await Assert.ThrowsAsync<FlashException>(() => Flash(OrderFor("/dev/null"), "no-such-nanoff"));
        Assert.StartsWith("there is no program no-such-nanoff on this PC.\nNext: Install it: dotnet tool install -g nanoff", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_that_is_not_there()
    {
        var failure = await Assert.ThrowsAsync<FlashException>(() => Flash(OrderFor("/dev/null") with { Image = "/nowhere/appliance.bin" }));
        Assert.StartsWith("the application /nowhere/appliance.bin is not there.\nNext: Build it by flash.ps1", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_nanoff.Calls);
    }

    [Fact]
    public async Task Port_that_cannot_be_opened()
    {
        var failure = await Assert.ThrowsAsync<FlashException>(() => Flash(OrderFor("/dev/no-such-port")));
        Assert.StartsWith("there is no port /dev/no-such-port.\nNext: Look whether the board is still plugged in", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Image_of_another_board()
    {
        using var board = new FakeBoard("boot: running 0.1.0 on ESP32_REV3 1.17.0.20, session 1");
        var failure = await Assert.ThrowsAsync<FlashException>(() => Flash(OrderFor(board.Port)));
        Assert.StartsWith("the board says that its image is ESP32_REV3, not ESP32_OLIMEX.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the board does not answer after it was flashed.\nNext: Press RESET")]
    [InlineData("boot: no configuration: put I:\\ixp\\site.conf on the board", "the board runs, but not the appliance; it says 'boot: no configuration: put I:\\ixp\\site.conf on the board'.\nNext: Its configuration did not arrive")]
    [InlineData("boot: I:\\ixp\\site.conf: line 7: unknown keyword 'x'", "Next: It does not take its configuration: run ixp check")]
    public async Task Board_that_does_not_come_up(string says, string expected)
    {
        using var board = says.Length == 0 ? new FakeBoard() : new FakeBoard(says);
        var failure = await Assert.ThrowsAsync<FlashException>(() => Flash(OrderFor(board.Port), patience: TimeSpan.FromSeconds(4)));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private Task Flash(FlashOrder order, string? program = null, TimeSpan? patience = null) =>
        new FlashRun(order, new Nanoff(program ?? _nanoff.Program), new PlainFlashView(_shown)) { StartPatience = patience ?? TimeSpan.FromSeconds(60) }
            .Run(TestContext.Current.CancellationToken);

    private FlashOrder OrderFor(string port) => new()
    {
        Board = GoodBoard,
        Site = new CheckedSite(GoodSite, GoodBoard, new SiteSecrets { BrokerPassword = Canary }) { SecretsFile = "rack.secrets.json" },
        Port = port,
        Image = _image,
    };
}
