using System.Reflection;
using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>Finds libmosquitto under the name it has on this system and initialises it once.</summary>
public static class MosquittoLibrary
{
    static readonly string[] Candidates =
    [
        "libmosquitto.so.1",
        "libmosquitto.so",
        "libmosquitto.1.dylib",
        "libmosquitto.dylib",
        // Homebrew on Apple silicon and the Windows installer leave the library where the loader does not look.
        "/opt/homebrew/lib/libmosquitto.1.dylib",
        "mosquitto.dll",
        "libmosquitto.dll",
        @"C:\Program Files\mosquitto\mosquitto.dll",
    ];

    static readonly Lazy<nint> Loaded = new(() => Load(Candidates));

    static readonly Lazy<Version> Initialised = new(() =>
    {
        NativeLibrary.SetDllImportResolver(
            typeof(Native).Assembly,
            (name, _, _) => name == Native.Library ? Loaded.Value : 0);
        MosquittoException.ThrowIfFailed(Native.mosquitto_lib_init(), "initialise libmosquitto");
        Native.mosquitto_lib_version(out int major, out int minor, out int revision);
        return new Version(major, minor, revision);
    });

    /// <summary>Version of the library in use.</summary>
    /// <exception cref="MosquittoMissingException">libmosquitto is not installed.</exception>
    public static Version Version => Initialised.Value;

    /// <summary>The library's text for a MOSQ_ERR_ value, without a full stop.</summary>
    public static string Describe(int code)
    {
        _ = Version;
        return (Marshal.PtrToStringUTF8(Native.mosquitto_strerror(code)) ?? $"error {code}").TrimEnd('.');
    }

    /// <summary>Text for the return code of a CONNACK (MQTT 3.1.1, table 3.1), for example 5 for "not authorised".</summary>
    public static string DescribeConnack(int code)
    {
        _ = Version;
        return (Marshal.PtrToStringUTF8(Native.mosquitto_connack_string(code)) ?? $"code {code}").TrimEnd('.');
    }

    internal static nint Load(IEnumerable<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, Assembly.GetExecutingAssembly(), null, out nint library))
                return library;
        }
        throw MosquittoMissingException.Library();
    }
}
