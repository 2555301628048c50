using Xunit;

namespace Tools.Tests.Repository;

/// <summary>What is committed ties nobody to one package registry or to one person's machine.</summary>
public sealed class CommittedTextTests
{
    /// <summary>Written in pieces, so that this file does not hold them.</summary>
    private static readonly string[] Refused =
    [
        "nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "pypi" + ".org", "crates" + ".io", "proxy.golang" + ".org", "pkgs.dev.azure" + ".com",
        "/work" + "/", "/root" + "/", "C:\\Users" + "\\",
    ];

    public static TheoryData<string> Words => [.. Refused];

    [Theory]
    [MemberData(nameof(Words))]
    public void No_file_names(string word)
        => Assert.Empty(Checkout.Committed().Where(f => File.Exists(Path.Combine(Checkout.Root, f)) && Holds(f, word)));

    private static bool Holds(string file, string word)
        => File.ReadAllText(Path.Combine(Checkout.Root, file)).Contains(word, StringComparison.OrdinalIgnoreCase);
}
