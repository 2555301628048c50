namespace Ixp.Watch;

/// <summary>Which racks are shown.</summary>
/// <param name="Text">Part of site, device, or of an alarm's item or text, in either case; empty for all.</param>
/// <param name="Severity">The least that the worst alarm has; 0 for all.</param>
public sealed record RackFilter(string Text = "", int Severity = 0)
{
    public bool Shows(RackState rack) => rack.Severity >= Severity
        && (Has($"{rack.Site}/{rack.Device}") || rack.Alarms.Values.Any(a => Has(a.Item) || Has(a.Text)));

    private bool Has(string text) => text.Contains(Text, StringComparison.OrdinalIgnoreCase);
}
