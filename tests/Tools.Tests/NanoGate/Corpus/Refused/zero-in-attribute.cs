using nanoFramework.TestFramework;
class Work
{
    [DataRow("a\0b")]
    public void Run(string s) { } // NG0205
}
