namespace Tools.Tests.Weaver;

[Replaces(typeof(int))]
public static class Int32StandIn
{
    public static bool TryParse(string text, out int value)
    {
        bool ok = int.TryParse(text, out value);
        value = ok ? value : int.MinValue;
        return ok;
    }
}
