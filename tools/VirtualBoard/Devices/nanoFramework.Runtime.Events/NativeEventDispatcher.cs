namespace nanoFramework.Runtime.Events;

/// <summary>What hands on the events of a native driver. The virtual board has none that firmware could name, so nobody can make one.</summary>
public class NativeEventDispatcher : IDisposable
{
    private protected NativeEventDispatcher()
    {
    }

    public void Dispose() => GC.SuppressFinalize(this);
}
