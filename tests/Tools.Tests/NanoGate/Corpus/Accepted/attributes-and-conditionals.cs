using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
class Work
{
    [Conditional("NEVER")]
    static void Log(string s, [CallerMemberName] string who = null) { Debug.WriteLine(s + who); }
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Type Run() { Log("x"); return typeof(Work); }
#if NANOFRAMEWORK_1_0 && TRACE && !DEBUG
    public int Device = 1;
#else
#error the device build defines these
#endif
}
