using System;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using Appliance.App.Storage;

namespace Appliance.App.Uplink;

/// <summary>
/// Whom the device trusts and as whom it comes, from files beside the configuration. They are read for each connection and let go with it:
/// they take some KiB of the heap.
/// </summary>
public static class TlsFiles
{
    private const string Authorities = Folder.Path + "\\ca.pem";
    private const string Certificate = Folder.Path + "\\client.pem";
    private const string Key = Folder.Path + "\\client.key";

    /// <returns>All certificates that the broker's may come from.</returns>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="Exception">There is no certificate in it.</exception>
    public static X509Certificate ReadAuthorities() => new X509Certificate(Read(Authorities));

    /// <returns>Certificate and key of this device; null if there are none.</returns>
    /// <exception cref="IOException">There is only one of the two files.</exception>
    /// <exception cref="Exception">There is no certificate or no key in them.</exception>
    public static X509Certificate2 ReadOwn() =>
        File.Exists(Certificate) || File.Exists(Key) ? new X509Certificate2(Read(Certificate), Read(Key), null) : null;

    /// <returns>The file with a zero byte behind it, by which the device knows PEM.</returns>
    private static byte[] Read(string path)
    {
        byte[] file = DurableFile.Read(path);
        if (file == null)
        {
            throw new IOException("there is no " + path);
        }

        byte[] ended = new byte[file.Length + 1];
        Array.Copy(file, ended, file.Length);
        return ended;
    }
}
