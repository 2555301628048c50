using VirtualBoard.Running;

namespace nanoFramework.Runtime.Events;

/// <summary>Events that the application posts to itself by <see cref="EventSink.PostManagedEvent"/>.</summary>
public static class CustomEvent
{
    public static event CustomEventPostedEventHandler CustomEventPosted
    {
        add => Interpreter.Current.Resource<CustomEventHandlers>().Called += value;
        remove => Interpreter.Current.Resource<CustomEventHandlers>().Called -= value;
    }
}
