using System.CommandLine;
using Ixp.Running;
using Ixp.Sites;
using Ixp.Soak;
using Mosquitto;

namespace Ixp.Commands;

/// <summary><c>ixp soak</c>: months of outages by chance, and whether every report is accounted for.</summary>
internal static class SoakCommand
{
    public static Command Create()
    {
        var days = new Option<double>("--days") { Description = "Days of virtual time; one takes some five seconds.", DefaultValueFactory = _ => 7 };
        var seed = new Option<int>("--seed") { Description = "Another seed brings other outages.", DefaultValueFactory = _ => 1 };
        var command = new Command("soak", "Run a small rack through power cuts, dead links and killed brokers, and account for every report: exits 0 only if each missing number is explained.") { days, seed };
        command.SetAction((parse, cancellation) => Run(parse.GetValue(days), parse.GetValue(seed), cancellation));
        return command;
    }

    private static async Task<int> Run(double days, int seed, CancellationToken cancellation)
    {
        try
        {
            var (site, board) = SoakSite.Read();
            return await new SoakRun(site, board, seed).Run(TimeSpan.FromDays(days), Console.Out, cancellation) ? 0 : 1;
        }
        catch (Exception e) when (e is SiteException or MosquittoMissingException or BrokerException)
        {
            await Console.Error.WriteLineAsync($"ixp: {e.Message}");
            return 2;
        }
    }
}
