using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ixp.Running;
using Ixp.Sites.Sensors;
using Ixp.Sites.Targets;

namespace Ixp.Commands;

/// <summary>Prints the schema of site files, with the kinds of sensors and targets as they are.</summary>
internal static partial class SchemaCommand
{
    private const int LineLength = 240;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON schema of site files: what board-configs/site.schema.json has to hold.");
        command.SetAction(_ => Console.Out.Write(Text(Path.Combine(SiteFolder.Boards, "site.schema.json"))));
        return command;
    }

    /// <param name="file">The present schema, whose other parts are kept.</param>
    internal static string Text(string file)
    {
        var schema = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        schema["$defs"]!["sensor"] = SensorSchema.Make();
        schema["$defs"]!["limits"] = SensorSchema.Limits();
        schema["$defs"]!["target"] = TargetSchema.Make();
        return Flat().Replace(schema.ToJsonString(Layout), m => Line(m.Value)) + "\n";
    }

    /// <summary>What holds nothing deeper stands on one line, if it has room there.</summary>
    private static string Line(string text)
    {
        string line = Break().Replace(text, " ");
        return line.Length <= LineLength ? line : text;
    }

    [GeneratedRegex(@"\[[^\[\]{}]*\]|\{([^\[\]{}""]|""[^""]*"")*(\[[^\[\]{}]*\])?([^\[\]{}""]|""[^""]*"")*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Flat();

    [GeneratedRegex(@"\n *", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Break();
}
