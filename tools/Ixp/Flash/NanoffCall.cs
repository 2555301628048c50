namespace Ixp.Flash;

/// <summary>One call of nanoff. It cannot be made with an option that nanoff does not have.</summary>
public sealed class NanoffCall
{
    private readonly List<string> _arguments = [];

    public IReadOnlyList<string> Arguments => _arguments;

    /// <exception cref="ArgumentException">nanoff has no such option, or it takes a value.</exception>
    public NanoffCall With(string option)
    {
        if (NanoffOptions.Find(option).Value)
            throw new ArgumentException($"{option} takes a value.", nameof(option));
        _arguments.Add(option);
        return this;
    }

    /// <exception cref="ArgumentException">nanoff has no such option, or it takes no value.</exception>
    public NanoffCall With(string option, string value)
    {
        if (!NanoffOptions.Find(option).Value)
            throw new ArgumentException($"{option} takes no value.", nameof(option));
        _arguments.Add(option);
        _arguments.Add(value);
        return this;
    }

    /// <returns>The line for a shell.</returns>
    public override string ToString() => $"nanoff {string.Join(' ', _arguments.Select(Quoted))}";

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '\\' or '+') ? argument : $"\"{argument}\"";
}
