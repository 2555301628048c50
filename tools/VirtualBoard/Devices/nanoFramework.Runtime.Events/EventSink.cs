using VirtualBoard.Devices;
using VirtualBoard.Running;

namespace nanoFramework.Runtime.Events;

/// <summary>Where the application can enter the queue of the hardware events itself.</summary>
public class EventSink : NativeEventDispatcher
{
    private EventSink()
    {
    }

    /// <summary>Queues an event of the category <see cref="EventCategory.Custom"/>; others have no way in here.</summary>
    public static void PostManagedEvent(byte category, byte subCategory, ushort data1, uint data2)
    {
        var interpreter = Interpreter.Current;
        if (category != (byte)EventCategory.Custom)
            return;

        HardwareEvents.Of(interpreter).Post(() =>
            interpreter.Resource<CustomEventHandlers>().Called?.Invoke(null, new CustomEventArgs(data1, data2)));
    }
}
