namespace VirtualBoard.Weaving;

/// <summary>What the command line asks for.</summary>
internal sealed record WeaverOptions(string Output, IReadOnlyList<string> Api, IReadOnlyList<string> Projects, string? Version)
{
    public const string Usage =
        "usage: VirtualBoard.Weaver --out DIRECTORY [--describe VERSION] --api ASSEMBLY [--api ASSEMBLY ...] PROJECT.nfproj [PROJECT.nfproj ...]";

    /// <returns>Null if the arguments make no sense.</returns>
    public static WeaverOptions? Parse(string[] args)
    {
        string? output = null;
        string? version = null;
        var api = new List<string>();
        var projects = new List<string>();
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--out" when i + 1 < args.Length:
                    output = args[++i];
                    break;
                case "--describe" when i + 1 < args.Length:
                    version = args[++i];
                    break;
                case "--api" when i + 1 < args.Length:
                    api.Add(args[++i]);
                    break;
                default:
                    if (!args[i].EndsWith(".nfproj", StringComparison.Ordinal))
                        return null;
                    projects.Add(args[i]);
                    break;
            }
        }

        return output is null || api.Count == 0 || projects.Count == 0 ? null : new WeaverOptions(output, api, projects, version);
    }
}
