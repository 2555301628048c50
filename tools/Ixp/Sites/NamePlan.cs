namespace Ixp.Sites;

/// <summary>Who has which name, of all that alarms and events tell by name: the first to ask gets it.</summary>
internal sealed class NamePlan
{
    /// <summary>What the appliance tells of itself.</summary>
    private static readonly string[] OwnAlarms = ["clock", "storage", "restarts"];

    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    public NamePlan(Site site)
    {
        foreach (string name in OwnAlarms)
            _owners.TryAdd(name, "an alarm of the appliance");
        foreach (string name in site.Sensors.Select(s => s.Name))
            _owners.TryAdd(name, "a sensor");
    }

    /// <param name="what">What it is, for people: <c>target</c>.</param>
    /// <returns>Why it cannot have the name, or null.</returns>
    public Finding? Take(string name, string path, string what) => _owners.TryAdd(name, "a " + what)
        ? null
        : new Finding(path + ".name", $"{name} is the name of {_owners[name]} already, and alarms and events tell each by its name", $"give the {what} another name");
}
