using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ixp.Checking;
using Ixp.Running;
using Ixp.Sites;

namespace Ixp.Commands;

/// <summary><c>ixp check</c>: all that is wrong in board, site and secrets files, before anything is flashed.</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Board, site and secrets files.", Arity = ArgumentArity.OneOrMore };
        var boards = new Option<DirectoryInfo>("--boards") { Description = "Folder of the board files; board-configs unless told.", DefaultValueFactory = _ => new DirectoryInfo(SiteFolder.Boards) };
        var secrets = new Option<FileInfo?>("--secrets") { Description = "File of secrets of the sites that are checked." };
        var json = new Option<bool>("--json") { Description = "A JSON array of what was found: file, line, path, severity, reason, mend." };
        var command = new Command("check", "Find every mistake in board, site and secrets files. Exits 0 if there is none but warnings, 1 if there is, 2 if a file cannot be read.") { files, boards, secrets, json };
        command.SetAction(parse => Guarded.Run(() => Run(
            [.. parse.GetValue(files)!.Select(f => f.ToString())], parse.GetValue(boards)!.FullName, parse.GetValue(secrets)?.ToString(), parse.GetValue(json), Console.Out)));
        return command;
    }

    /// <returns>0 without mistakes, 1 with.</returns>
    /// <exception cref="SiteException">A file cannot be read.</exception>
    internal static int Run(IReadOnlyList<string> files, string boards, string? secrets, bool isJson, TextWriter output)
    {
        var findings = new FileCheck(boards, DateTimeOffset.UtcNow).Of(files, secrets);
        output.Write(isJson ? Json(findings) : Text(findings, files.Count));
        return findings.All(f => f.IsWarning) ? 0 : 1;
    }

    private static string Text(IReadOnlyList<Finding> findings, int files)
    {
        int errors = findings.Count(f => !f.IsWarning);
        string count = $"{files} {(files == 1 ? "file" : "files")}: {(errors == 0 ? "no mistake" : errors == 1 ? "1 mistake" : $"{errors} mistakes")}{(findings.Count > errors ? $", {findings.Count - errors} to think about" : "")}";
        return string.Concat(findings.Select(f => f.Located + "\n")) + count + "\n";
    }

    private static string Json(IReadOnlyList<Finding> findings) => new JsonArray([.. findings.Select(f => (JsonNode)new JsonObject
    {
        ["file"] = f.File,
        ["line"] = f.Line,
        ["path"] = f.Path,
        ["severity"] = f.IsWarning ? "warning" : "error",
        ["reason"] = f.Reason,
        ["mend"] = f.Mend,
    })]).ToJsonString(Indented) + "\n";
}
