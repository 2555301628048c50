using System.CommandLine;
using Ixp.Enroll;
using Ixp.Files;
using Ixp.Pack;
using Ixp.Sites;

namespace Ixp.Commands;

/// <summary><c>ixp pack</c>: the files that a device gets, out of those that people edit.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var site = new Option<FileInfo>("--site") { Description = "Site file.", Required = true };
        var board = new Option<string?>("--board") { Description = "Board of board-configs; the site's own unless told." };
        var secrets = new Option<FileInfo?>("--secrets") { Description = "File of secrets; the .secrets.json beside the site file unless told." };
        var output = new Option<DirectoryInfo>("--out") { Description = $"Folder to write them into; on the device they are in I:\\{DeviceFiles.Folder}.", Required = true };
        var command = new Command("pack", "Make the files that a device gets of its site, as ixp flash puts them there.") { site, board, secrets, output };
        command.SetAction(parse => Guarded.Run(() => Run(
            DeviceSite.Read(parse.GetValue(site)!.FullName, parse.GetValue(board), parse.GetValue(secrets)?.FullName),
            parse.GetValue(output)!.FullName)));
        return command;
    }

    private static int Run(CheckedSite site, string folder)
    {
        var files = new PendingFiles();
        foreach (var (name, content) in DeviceSite.Files(site))
            files.AddPrivate(Path.Combine(folder, name), content);
        GitGuard.Refuse(files.Paths.Where(f => Path.GetFileName(f) is "secrets.conf" or "client.key"));
        Directory.CreateDirectory(folder);
        files.Write();
        foreach (string path in files.Paths)
            Console.WriteLine(path);
        return 0;
    }
}
