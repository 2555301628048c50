namespace nanoFramework.Runtime.Events;

public interface IEventListener
{
    void InitializeForEventSource();

    /// <returns>True when the event needs no other listener.</returns>
    bool OnEvent(BaseEvent ev);
}
