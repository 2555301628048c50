namespace nanoFramework.TestFramework;

public static class TestExtensions
{
    public static bool SequenceEqual(this Array a, Array b)
    {
        if (a is null || b is null)
            return a == b;
        if (a.Length != b.Length)
            return false;

        for (int i = 0; i < a.Length; i++)
        {
            if (!Equals(a.GetValue(i), b.GetValue(i)))
                return false;
        }

        return true;
    }
}
