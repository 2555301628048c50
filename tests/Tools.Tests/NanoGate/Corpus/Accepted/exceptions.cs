using System;
using System.IO;
class Work
{
    public int Try(Step s)
    {
        try { return s(); }
        catch (IOException e) when (e.HResult() == 0) { return 1; }
        catch (Exception) { throw new InvalidOperationException("x"); }
        finally { s = null; }
    }
    public delegate int Step();
}
static class Extensions
{
    public static int HResult(this Exception e) { return e.Message.Length; }
}
