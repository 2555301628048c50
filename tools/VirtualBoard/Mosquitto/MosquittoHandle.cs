using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>Owns a struct mosquitto. As a SafeHandle it is destroyed only when no call into the library uses it any more.</summary>
internal sealed class MosquittoHandle : SafeHandle
{
    GCHandle client;

    MosquittoHandle(MosquittoClient client)
        : base(0, ownsHandle: true)
    {
        // Weak, so that a client nobody disposed can still be collected; while it is connected its thread keeps it alive.
        this.client = GCHandle.Alloc(client, GCHandleType.Weak);
    }

    public override bool IsInvalid => handle == 0;

    /// <exception cref="MosquittoException">The client id is not UTF-8 or too long.</exception>
    internal static MosquittoHandle Create(MosquittoClient client, string? clientId, bool cleanSession)
    {
        var created = new MosquittoHandle(client);
        created.handle = Native.mosquitto_new(clientId, cleanSession, GCHandle.ToIntPtr(created.client));
        if (created.IsInvalid)
        {
            created.client.Free();
            throw new MosquittoException($"client id '{clientId}' ({Marshal.GetLastPInvokeErrorMessage()})", 3);
        }
        return created;
    }

    protected override bool ReleaseHandle()
    {
        // Closes the socket without a DISCONNECT if it is still open.
        Native.mosquitto_destroy(handle);
        client.Free();
        return true;
    }
}
