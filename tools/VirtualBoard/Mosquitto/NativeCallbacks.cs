using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>Where libmosquitto calls in. User data is a weak GCHandle to the client; nothing is thrown back into C.</summary>
internal static unsafe class NativeCallbacks
{
    internal static void Attach(MosquittoHandle handle)
    {
        Native.mosquitto_connect_callback_set(handle, &OnConnect);
        Native.mosquitto_publish_callback_set(handle, &OnPublish);
        Native.mosquitto_subscribe_callback_set(handle, &OnSubscribe);
        Native.mosquitto_unsubscribe_callback_set(handle, &OnUnsubscribe);
        Native.mosquitto_message_callback_set(handle, &OnMessage);
    }

    static MosquittoClient? Client(nint userData) => GCHandle.FromIntPtr(userData).Target as MosquittoClient;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void OnConnect(nint mosq, nint userData, int code) => Client(userData)?.RaiseConnected(code);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void OnPublish(nint mosq, nint userData, int mid) => Client(userData)?.RaisePublished(mid);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void OnSubscribe(nint mosq, nint userData, int mid, int count, int* granted) =>
        Client(userData)?.RaiseSubscribed(mid, count > 0 ? *granted : 0x80);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void OnUnsubscribe(nint mosq, nint userData, int mid) => Client(userData)?.RaiseUnsubscribed(mid);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void OnMessage(nint mosq, nint userData, NativeMessage* message) => Client(userData)?.RaiseMessage(message->Copy());
}
