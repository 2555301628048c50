namespace nanoFramework.TestFramework;

public static class Helper
{
    /// <summary>Data rows stand in for the bare test: with them, the method does not run without arguments.</summary>
    public static object[] RemoveTestMethodIfDataRowExists(object[] attribs) =>
        Array.Exists(attribs, a => a is DataRowAttribute) ? Array.FindAll(attribs, a => a is not TestMethodAttribute) : attribs;
}
