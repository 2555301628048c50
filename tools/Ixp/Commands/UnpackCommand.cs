using System.CommandLine;
using Ixp.Pack;

namespace Ixp.Commands;

/// <summary><c>ixp unpack</c>: what a device's configuration file says.</summary>
internal static class UnpackCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A file that ixp pack made, or one that was read from a device: site.conf, secrets.conf." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("unpack", "Show what a device's configuration file says. Passwords and communities are left out.") { file, json };
        command.SetAction(parse => Guarded.Run(() =>
        {
            string path = parse.GetValue(file)!.FullName;
            byte[] content = File.ReadAllBytes(path);
            Console.Write(parse.GetValue(json) ? ConfigListing.Json(content, path) : ConfigListing.Text(content, path));
            return 0;
        }));
        return command;
    }
}
