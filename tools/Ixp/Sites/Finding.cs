namespace Ixp.Sites;

/// <summary>Something in a file that reads well but cannot work.</summary>
/// <param name="Path">Where in the file: <c>sensors[2].pin</c>.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Mend">What would be right.</param>
public sealed record Finding(string Path, string Reason, string Mend)
{
    public override string ToString() => $"{Path}: {Reason}; {Mend}.";
}
