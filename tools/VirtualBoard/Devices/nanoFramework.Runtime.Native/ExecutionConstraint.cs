namespace nanoFramework.Runtime.Native;

/// <summary>
/// Time limit of the running thread. A thread of .NET cannot be interrupted from outside, so that the virtual board takes the
/// call and never raises <see cref="ConstraintException"/>.
/// </summary>
public static class ExecutionConstraint
{
    public static void Install(int timeoutMilliseconds, int priority)
    {
    }
}
