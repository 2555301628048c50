using System.Text;
using Appliance.Core.Checksums;
using Appliance.Core.Config;

namespace Appliance.Tests.Config;

/// <summary>Configuration files as <c>ixp pack</c> writes them.</summary>
internal static class ConfigFile
{
    /// <param name="lines">The lines between header and trailer, each with its line end.</param>
    public static byte[] Of(string lines) => Sealed(ConfigReader.Header + "\n" + lines);

    /// <param name="body">Everything before the trailer.</param>
    public static byte[] Sealed(string body) => Sealed(Encoding.UTF8.GetBytes(body));

    public static byte[] Sealed(byte[] body)
    {
        byte[] trailer = Encoding.UTF8.GetBytes("end crc=" + Crc32.Of(body, 0, body.Length).ToString("X8") + "\n");
        byte[] file = new byte[body.Length + trailer.Length];
        body.CopyTo(file, 0);
        trailer.CopyTo(file, body.Length);
        return file;
    }

    /// <returns>Why the reader refuses the file, or null if it takes it.</returns>
    public static string ReaderRefusal(byte[] file)
    {
        try
        {
            ConfigReader.Read(file);
            return null;
        }
        catch (ConfigException refusal)
        {
            return refusal.Message;
        }
    }

    /// <returns>Why the file is no configuration of a site, or null if it is one.</returns>
    public static string SiteRefusal(byte[] file)
    {
        try
        {
            SiteConfig.Parse(file);
            return null;
        }
        catch (ConfigException refusal)
        {
            return refusal.Message;
        }
    }
}
