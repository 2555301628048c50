namespace Ixp.Flash;

/// <summary>Leaves out the help that nanoff prints before it writes network settings: it takes such a call for one that asks for nothing.</summary>
internal sealed class HelpFilter(Action<string> line)
{
    private bool _isHelp;

    public void Take(string text)
    {
        _isHelp |= text.StartsWith("No operation was performed", StringComparison.Ordinal);
        _isHelp &= !text.StartsWith("Updating ", StringComparison.Ordinal) && !text.StartsWith("Error", StringComparison.Ordinal);
        if (!_isHelp)
            line(text);
    }
}
