using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>The part of libmosquitto's C interface (mosquitto.h, 2.0) that the client uses, under its own names.</summary>
internal static unsafe partial class Native
{
    internal const string Library = "libmosquitto";

    internal const int Success = 0;
    internal const int NoConnection = 4;
    internal const int SystemCall = 14;

    internal const int OptionSendMaximum = 5;
    internal const int OptionTcpNoDelay = 11;
    internal const int OptionBindAddress = 12;
    internal const int OptionTlsUseOsCerts = 13;

    [LibraryImport(Library)]
    internal static partial int mosquitto_lib_init();

    [LibraryImport(Library)]
    internal static partial int mosquitto_lib_version(out int major, out int minor, out int revision);

    [LibraryImport(Library)]
    internal static partial nint mosquitto_strerror(int code);

    [LibraryImport(Library)]
    internal static partial nint mosquitto_connack_string(int code);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial nint mosquitto_new(string? id, [MarshalAs(UnmanagedType.U1)] bool cleanSession, nint userData);

    [LibraryImport(Library)]
    internal static partial void mosquitto_destroy(nint client);

    [LibraryImport(Library)]
    internal static partial int mosquitto_threaded_set(MosquittoHandle client, [MarshalAs(UnmanagedType.U1)] bool threaded);

    [LibraryImport(Library)]
    internal static partial int mosquitto_int_option(MosquittoHandle client, int option, int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_string_option(MosquittoHandle client, int option, string? value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_will_set(
        MosquittoHandle client, string topic, int length, ReadOnlySpan<byte> payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_username_pw_set(MosquittoHandle client, string? user, string? password);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_tls_set(
        MosquittoHandle client, string? caFile, string? caPath, string? certFile, string? keyFile, nint passwordCallback);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_tls_opts_set(MosquittoHandle client, int verifyPeer, string version, string? ciphers);

    [LibraryImport(Library)]
    internal static partial int mosquitto_tls_insecure_set(MosquittoHandle client, [MarshalAs(UnmanagedType.U1)] bool insecure);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial int mosquitto_connect_async(MosquittoHandle client, string host, int port, int keepAlive);

    [LibraryImport(Library)]
    internal static partial int mosquitto_disconnect(MosquittoHandle client);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial int mosquitto_loop(MosquittoHandle client, int timeoutMs, int maxPackets);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_publish(
        MosquittoHandle client, out int mid, string topic, int length, ReadOnlySpan<byte> payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_subscribe(MosquittoHandle client, out int mid, string topic, int qos);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_unsubscribe(MosquittoHandle client, out int mid, string topic);

    [LibraryImport(Library)]
    internal static partial void mosquitto_connect_callback_set(
        MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_publish_callback_set(
        MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_unsubscribe_callback_set(
        MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_subscribe_callback_set(
        MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, int, int*, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_message_callback_set(
        MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, NativeMessage*, void> callback);
}
