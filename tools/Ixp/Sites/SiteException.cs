namespace Ixp.Sites;

/// <summary>A site or board file that cannot be used: which file, where in it, what is wrong and how to mend it.</summary>
public sealed class SiteException(string message) : Exception(message);
