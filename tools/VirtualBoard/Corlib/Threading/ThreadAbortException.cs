namespace System.Threading;

/// <summary>Ends a thread that was aborted.</summary>
public sealed class ThreadAbortException : SystemException
{
    internal ThreadAbortException()
        : base("The thread was aborted.")
    {
    }
}
