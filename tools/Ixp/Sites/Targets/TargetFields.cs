using Ixp.Sites.Fields;

namespace Ixp.Sites.Targets;

/// <summary>The values that targets share, each with one meaning wherever it stands.</summary>
internal static class TargetFields
{
    private const string Labels = @"[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*";

    public static NumberField Period { get; } = new("period_s", 1, 3600, "Seconds from one check to the next.", 10);

    public static NumberField Timeout { get; } = new("timeout_ms", 50, 30_000, "How long an answer may take; less than the period.", 2000);

    public static NumberField FlapStart { get; } = new("flap_start_pct", 1, 100, "Share of changes among the last checks from which it flaps.", 30) { IsLeftToDevice = true };

    public static NumberField FlapStop { get; } = new("flap_stop_pct", 0, 99, "Share of changes at which it no longer flaps; below flap_start_pct.", 20) { IsLeftToDevice = true };

    /// <summary>By which any target is judged.</summary>
    public static IReadOnlyList<Field> Judgement { get; } =
    [
        new NumberField("slow_ms", 1, 60_000, "Round trip from which it is degraded.", 250) { IsLeftToDevice = true },
        new NumberField("loss_pct", 1, 100, "Share of the last 20 checks lost from which it is degraded.", 20) { IsLeftToDevice = true },
        new NumberField("attempts", 1, 10, "Failed checks in a row after which it is certain.", 3) { IsLeftToDevice = true },
        FlapStart,
        FlapStop,
    ];

    public static Field Banner { get; } = new TextField(
        "banner", "^[ -~]{1,64}$", "1 to 64 characters of printable ASCII", "How the greeting has to begin: SSH-2.0-.");

    public static Field Path { get; } = new TextField(
        "path", "^/[!-~]{0,255}$", "a path such as /lg/: a slash, then up to 255 characters of printable ASCII without spaces", "The page asked for.", "/");

    public static Field VirtualHost { get; } = new TextField(
        "vhost", $"^(?!.{{254}}){Labels}$", "a host name: labels of 1 to 63 characters of A-Z, a-z, 0-9, _ and - parted by dots, 253 in all", "Name in the Host header, where that is not the address.");

    public static Field Query { get; } = new TextField(
        "query", $@"^(\.|(?!.{{254}}){Labels}\.?)$", "a domain name: labels of 1 to 63 characters of A-Z, a-z, 0-9, _ and - parted by dots, 253 in all", "The domain name asked for.") { IsRequired = true };

    public static Field RecordType { get; } = new ChoiceField("type", ["A", "AAAA", "SOA"], "A", "Type of the records asked for.");

    public static TextField Community { get; } = new(
        "community", SiteFile.LevelPattern, "a name of 1 to 32 characters of a-z, 0-9, _ and -", "Name of its community in the file of secrets, never the community itself.", "default");

    public static Field Poll { get; } = new NumberField("poll_s", 5, 3600, "Seconds from one reading of its ports to the next.", 30) { PackedAs = "poll" };
}
