using System.Text;
using Ixp.Watch;
using Xunit;

namespace Tools.Tests.Ixp.Watch;

/// <summary>What the NOC sees of a rack, by what the rack has published.</summary>
public sealed class RackBookTests
{
    private const string Root = "ixp/v1/demo/demo-rack1/";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_247_000);

    private readonly RackBook _book = new();

    private RackState Only => Assert.Single(_book.Racks);

    [Fact]
    public void A_rack_that_is_online()
    {
        Take("status", """{"online":1,"session":17,"ts":1795246961,"boot":"power"}""", isRetained: true);
        Take("meta", """{"ts":1795246961,"session":17,"firmware":"1.0.0","board":"olimex-esp32-poe-iso","image":"x","config":"0badcafe","metrics":[],"targets":[]}""", isRetained: true);
        Take("health", """{"ts":1795246970,"session":17,"seq":2,"outbox_lost_count":3,"thinned_count":4}""", isRetained: true);

        Assert.Equal(
            """{"site":"demo","device":"demo-rack1","online":1,"away_since":null,"boot":"power","severity":0,"alarms":0,"worst":null,"lost":3,"thinned":4,"firmware":"1.0.0","board":"olimex-esp32-poe-iso","age_s":30}""",
            RackLine.Text(Only, Now));
    }

    [Fact]
    public void Of_a_lost_broker_it_is_not_known_who_is_online_until_it_says_so_again()
    {
        Take("status", """{"online":1,"session":17}""", isRetained: true);
        _book.Doubt();
        Assert.Null(Only.IsOnline);

        Take("status", """{"online":1,"session":17}""", isRetained: true);
        Assert.True(Only.IsOnline);
    }

    [Fact]
    public void The_worst_alarm_is_told_and_among_equals_the_oldest()
    {
        Take("alarm/inlet_c", """{"ts":1795246961,"session":17,"seq":1,"severity":2,"state":"warning","since":1795246900,"text":"warm"}""");
        Take("alarm/switch1", """{"ts":1795246961,"session":17,"seq":2,"severity":3,"state":"down","since":1795246957,"text":"switch1 does not answer"}""");
        Take("alarm/switch2", """{"ts":1795246961,"session":17,"seq":3,"severity":3,"state":"down","since":1795246950,"text":"switch2 does not answer"}""");
        Take("alarm/ambient", """{"ts":1795246961,"session":17,"seq":4,"severity":3,"state":"fault","since_up_s":12}""");

        Assert.Equal((4, 3, new StandingAlarm("switch2", 3, "down", "switch2 does not answer", DateTimeOffset.FromUnixTimeSeconds(1_795_246_950))), (Only.Alarms.Count, Only.Severity, Only.Worst));
    }

    [Fact]
    public void An_alarm_that_is_over_or_taken_away_is_gone()
    {
        Take("alarm/inlet_c", """{"ts":1795246961,"severity":2,"state":"warning"}""");
        Take("alarm/switch1", """{"ts":1795246961,"severity":3,"state":"down"}""");
        Take("alarm/switch1", """{"ts":1795246971,"severity":0,"state":"ok"}""");
        Assert.Equal(["inlet_c"], Only.Alarms.Keys);
        Take("alarm/inlet_c", "");
        Assert.Equal(0, Only.Severity);
    }

    [Fact]
    public void A_rack_is_away_since_its_will_came_and_back_with_its_next_session()
    {
        Take("status", """{"online":1,"session":17,"ts":1795246961,"boot":"power"}""", isRetained: true);
        Take("status", """{"online":0,"session":17}""");
        Assert.Equal((false, Now), (Only.IsOnline, Only.AwaySince));
        Take("status", """{"online":1,"session":18,"ts":1795246990,"boot":"config"}""");
        Assert.Equal((true, null, "config"), (Only.IsOnline, Only.AwaySince, Only.Boot));
    }

    [Fact]
    public void The_will_of_a_connection_that_was_replaced_changes_nothing()
    {
        Take("status", """{"online":1,"session":18,"ts":1795246990,"boot":"config"}""");
        Assert.Null(Take("status", """{"online":0,"session":17}"""));
        Assert.True(Only.IsOnline);
    }

    [Fact]
    public void Of_a_will_that_the_broker_kept_it_is_not_known_when_it_came()
    {
        Take("status", """{"online":0,"session":17}""", isRetained: true);
        Take("climate", """{"ts":1795240000,"session":17,"seq":1,"inlet_c":23.41}""", isRetained: true);
        Assert.Equal((false, null, 1_795_240_000), (Only.IsOnline, Only.AwaySince, Only.Newest!.Value.ToUnixTimeSeconds()));
    }

    [Theory]
    [InlineData("""{"ts":1795246961}""", true, 1_795_246_961)]
    [InlineData("""{"up_s":12}""", false, 1_795_247_000)]
    [InlineData("""{"up_s":12}""", true, null)]
    [InlineData("""{"ts":1795247100}""", false, 1_795_247_000)]
    [InlineData("""{"ts":9223372036854775807}""", false, 1_795_247_000)]
    [InlineData("""{"ts":-9223372036854775808}""", true, null)]
    [InlineData("""{"ts":"1795246961"}""", true, null)]
    [InlineData("""{"ts":1e300}""", true, null)]
    public void The_newest_report_is_as_old_as_it_says_unless_it_cannot_be(string payload, bool isRetained, int? newest)
    {
        Take("climate", payload, isRetained);
        Assert.Equal(newest, (int?)Only.Newest?.ToUnixTimeSeconds());
    }

    [Fact]
    public void An_older_report_does_not_make_the_newest_older()
    {
        Take("climate", """{"ts":1795246961}""", isRetained: true);
        Take("power", """{"ts":1795240000}""", isRetained: true);
        Assert.Equal(1_795_246_961, Only.Newest!.Value.ToUnixTimeSeconds());
    }

    [Fact]
    public void A_rack_whose_status_was_emptied_is_forgotten()
    {
        Take("status", """{"online":0,"session":17}""", isRetained: true);
        Take("status", "");
        Assert.Empty(_book.Racks);
    }

    [Theory]
    [InlineData("status", "online")]
    [InlineData("status", "[1]")]
    [InlineData("status", "{")]
    [InlineData("status", """{"online":1}{"online":1}""")]
    [InlineData("status", """{"online":2,"session":1}""")]
    [InlineData("status", """{"online":true,"session":1}""")]
    [InlineData("status", """{"session":1}""")]
    [InlineData("status", """{"\ud800online":1}""")]
    [InlineData("status", """{"online":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""")]
    [InlineData("alarm/inlet_c", """{"severity":5}""")]
    [InlineData("alarm/inlet_c", """{"severity":-1}""")]
    [InlineData("alarm/inlet_c", """{"severity":"3"}""")]
    [InlineData("alarm/inlet_c", """{"severity":2.5}""")]
    [InlineData("alarm", """{"severity":2}""")]
    [InlineData("alarm/a/b", """{"severity":2}""")]
    [InlineData("alarm/", """{"severity":2}""")]
    [InlineData("climate/x", """{"ts":1}""")]
    [InlineData("probe", """{"ts":1}""")]
    [InlineData("cmd/restart", """{"id":"1"}""")]
    [InlineData("backlog/climate", """[{"ts":1}]""")]
    [InlineData("result", """{"id":"1","ok":1}""")]
    [InlineData("nonsense", "{}")]
    [InlineData("", "{}")]
    public void What_is_no_message_of_the_contract_is_passed_over(string path, string payload)
    {
        Assert.Null(Take(path, payload));
        Assert.Empty(_book.Racks);
    }

    [Theory]
    [InlineData("ixp/v1/demo/demo-rack1")]
    [InlineData("ixp/v2/demo/demo-rack1/status")]
    [InlineData("/ixp/v1/demo/demo-rack1/status")]
    [InlineData("ixp/v1/Demo/demo-rack1/status")]
    [InlineData("ixp/v1/demo//status")]
    [InlineData("ixp/v1/demo/\u001b[31m/status")]
    [InlineData("")]
    public void Topics_of_others_are_passed_over(string topic)
    {
        Assert.Null(_book.Take(topic, """{"online":1,"session":1}"""u8, isRetained: false, Now));
        Assert.Empty(_book.Racks);
    }

    [Fact]
    public void No_text_steers_a_terminal_or_is_endless()
    {
        Take("alarm/inlet_c", """{"severity":2,"state":"\u001b]0;x\u0007","text":"a\u001b[2J\u009b1m\u202eb\r\n[red]c[/]"}""");
        Assert.Equal(("·]0;x·", "a·[2J·1m·b··[red]c[/]"), (Only.Worst!.State, Only.Worst.Text));
        Take("alarm/inlet_c", $$"""{"severity":2,"text":"{{new string('x', 100_000)}}"}""");
        Assert.Equal(161, Only.Worst!.Text.Length);
        Take("alarm/inlet_c", """{"severity":2,"text":"\ud800"}""");
        Assert.Equal("", Only.Worst!.Text);
    }

    [Fact]
    public void Neither_racks_nor_alarms_grow_without_end()
    {
        for (int i = 0; i < RackBook.MostRacks + 10; i++)
            _book.Take($"ixp/v1/demo/r{i}/status", """{"online":1,"session":1}"""u8, isRetained: false, Now);
        Assert.Equal(RackBook.MostRacks, _book.Racks.Count);
        for (int i = 0; i < RackBook.MostAlarms + 10; i++)
            _book.Take($"ixp/v1/demo/r1/alarm/a{i}", """{"severity":2}"""u8, isRetained: false, Now);
        Assert.Equal(RackBook.MostAlarms, _book.Racks.Single(r => r.Device == "r1").Alarms.Count);
        Assert.Null(_book.Take("ixp/v1/demo/r1/climate", new byte[1_000_000], isRetained: false, Now));
    }

    [Fact]
    public void Each_approved_sample_is_understood_or_none_of_its_business()
    {
        string folder = Path.Combine(global::Tools.Tests.Repository.Checkout.Root, "tests", "System.Tests", "Approved");
        foreach (string file in Directory.EnumerateFiles(folder, "*.json"))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            string path = name.Split('-')[0] switch { "alarm" => "alarm/inlet_c", "probe" => "probe/switch1", "backlog" => "backlog/" + name.Split('-')[1], var group => group };
            var rack = _book.Take(Root + path, File.ReadAllBytes(file), isRetained: false, Now);
            Assert.Equal((file, path.Split('/')[0] is not ("backlog" or "result")), (file, rack is not null));
        }

        Assert.Equal(("1.0.0", "olimex-esp32-poe-iso"), (Only.Firmware, Only.Board));
    }

    private RackState? Take(string path, string payload, bool isRetained = false) => _book.Take(Root + path, Encoding.UTF8.GetBytes(payload), isRetained, Now);
}
