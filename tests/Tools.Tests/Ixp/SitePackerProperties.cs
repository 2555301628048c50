using System.Globalization;
using Appliance.Core.Config;
using FsCheck;
using FsCheck.Fluent;
using Ixp.Sites;
using Ixp.Sites.Alarms;
using Ixp.Sites.Sensors;
using Xunit;
using static Tools.Tests.Ixp.Samples;

namespace Tools.Tests.Ixp;

/// <summary>Whatever a site file may hold, the device reads what was packed.</summary>
public class SitePackerProperties
{
    private static readonly Gen<string> Level =
        from letters in Gen.Elements("abcxyz0189_-".ToCharArray()).NonEmptyListOf()
        select string.Concat(letters.Take(32));

    private static readonly Gen<string> FreeText =
        from parts in Gen.Elements("a", "Z", "7", " ", "%", "%41", "=", "#", "\n", "\t", "ü", "漢", "🔌", "\u007f", "end crc=").NonEmptyListOf()
        select string.Concat(parts);

    private static readonly Gen<Site> Sites =
        from name in Level
        from device in Level
        from host in FreeText
        from port in Gen.Choose(1, 65535)
        from servers in FreeText.ListOf()
        from sensor in Level
        from kind in Gen.Elements<SensorKind>([.. SensorKind.All])
        from units in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from suffix in Gen.Elements<string>([.. kind.Decimals.Keys])
        from limit in Gen.Elements("low_critical", "low_warning", "high_warning", "high_critical")
        select new Site
        {
            Name = name,
            Device = device,
            Board = GoodBoard.Name,
            Broker = new BrokerEntry(host, port, 30),
            TimeServers = [.. servers.Take(2)],
            Sensors =
            [
                new SensorEntry
                {
                    Kind = kind,
                    Name = sensor[..Math.Min(sensor.Length, 20)],
                    Group = "power",
                    Values = new Dictionary<string, object> { ["rom"] = "28139bbb0b00001f", ["address"] = 0x40, ["shunt_microohm"] = 2000, ["pin"] = 2 },
                    Limits = new Dictionary<string, MetricLimits>
                    {
                        [suffix] = new() { Values = new Dictionary<string, decimal> { [limit] = new decimal(Math.Abs(units), 0, 0, units < 0, (byte)kind.Decimals[suffix]) } },
                    },
                },
            ],
        };

    [Fact]
    public void Device_reads_what_was_packed()
    {
        var board = GoodBoard;
        Prop.ForAll(Sites.ToArbitrary(), site => Same(site, SiteConfig.Parse(SitePacker.Pack(site, board)), board)).QuickCheckThrowOnFailure();
    }

    private static void Same(Site site, SiteConfig read, Board board)
    {
        Assert.Equal((site.Name, site.Device), (read.Site, read.Device));
        Assert.Equal((site.Broker.Host, site.Broker.Port), (read.Single("broker").Text("host"), read.Single("broker").Number("port", 1, 65535)));
        Assert.Equal(site.TimeServers, new[] { "server1", "server2" }.Where(read.Single("time").Has).Select(read.Single("time").Text));
        Assert.Equal(board.Functions.Count, read.Pins.Count);
        var sensor = site.Sensors[0];
        var entry = (ConfigEntry)read.Sensors[0]!;
        Assert.Equal((sensor.Kind.Name, sensor.Name, "power"), (entry.Text("kind"), entry.Text("name"), entry.Text("group")));
        var (suffix, limits) = sensor.Limits.Single();
        var (limit, value) = limits.Values.Single();
        var alarm = (ConfigEntry)read.Alarms[0]!;
        long units = alarm.Long(limit, long.MinValue);
        Assert.Equal(sensor.KeyOf(suffix), alarm.Text("name"));
        Assert.Equal(value, units / (decimal)Math.Pow(10, sensor.Kind.Decimals[suffix]));
        Assert.Equal(units.ToString(CultureInfo.InvariantCulture), alarm.Text(limit));
    }
}
