using FsCheck;
using FsCheck.Fluent;

namespace SystemTests.Drivers;

/// <summary>Properties over a bench that goes on from case to case; without shrinking, which would only replay on another past.</summary>
internal static class Cases
{
    public static void ForAll<T>(Gen<T> cases, int count, Action<T> check) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(count),
            Prop.ForAll(cases.ToArbitrary(), check));

    /// <summary>So many bytes of any value.</summary>
    public static Gen<byte[]> Bytes(int count) =>
        Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(count);
}
