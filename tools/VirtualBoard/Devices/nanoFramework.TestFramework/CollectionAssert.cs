using System.Collections;

namespace nanoFramework.TestFramework;

public sealed class CollectionAssert
{
    public static void Empty(ICollection collection, string message = "")
    {
        Assert.IsNotNull(collection, message);
        Assert.AreEqual(0, collection.Count, message);
    }

    public static void NotEmpty(ICollection collection, string message = "")
    {
        Assert.IsNotNull(collection, message);
        Assert.AreNotEqual(0, collection.Count, message);
    }

    /// <summary>Same length, same elements in the same order.</summary>
    public static void AreEqual(ICollection expected, ICollection actual, string message = "")
    {
        int difference = FirstDifference(expected, actual);
        if (difference >= 0)
            Assert.Fail(nameof(AreEqual), $"The collections differ at {difference}.", message);
    }

    public static void AreNotEqual(ICollection notExpected, ICollection actual, string message = "")
    {
        if (FirstDifference(notExpected, actual) < 0)
            Assert.Fail(nameof(AreNotEqual), "The collections are equal.", message);
    }

    // Index of the first element that differs or has no partner; -1 for none.
    private static int FirstDifference(ICollection? expected, ICollection? actual)
    {
        if (expected is null || actual is null)
            return expected == actual ? -1 : 0;

        var left = expected.GetEnumerator();
        var right = actual.GetEnumerator();
        int common = Math.Min(expected.Count, actual.Count);
        for (int i = 0; i < common; i++)
        {
            left.MoveNext();
            right.MoveNext();
            if (!Equals(left.Current, right.Current))
                return i;
        }

        return expected.Count == actual.Count ? -1 : common;
    }
}
