using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Ixp.Sites.Secrets;

namespace SystemTests.Secrecy;

/// <summary>A secret of each kind that a device has, and the files that hold them.</summary>
internal static class Canaries
{
    private static readonly (string Key, string Certificate) Pem = MakeKey();

    /// <summary>A line of the key that no other text has.</summary>
    private static readonly Canary Key = new("the device's key", Pem.Key.Split('\n')[1]);

    public static Canary Password { get; } = new("the broker's password", "cnry-broker/7f3a+Kz");

    public static Canary Community { get; } = new("the usual SNMP community", "cnry-snmp-b81c");

    public static Canary OtherCommunity { get; } = new("another SNMP community", "cnry-core-0d52");

    public static Canary Wifi { get; } = new("the Wi-Fi password", "cnry-wifi-e6a9 & more");

    public static IReadOnlyList<Canary> All { get; } = [Password, Community, OtherCommunity, Wifi, Key];

    /// <summary>Writes the files of secrets into a folder.</summary>
    /// <returns>The path of the one that names the others.</returns>
    public static string Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "client.key"), Pem.Key);
        File.WriteAllText(Path.Combine(folder, "client.pem"), Pem.Certificate);
        string file = Path.Combine(folder, "rack.secrets.json");
        File.WriteAllText(file, Json().ToJsonString());
        return file;
    }

    public static JsonObject Json() => new()
    {
        ["broker_password"] = Password.Text,
        ["snmp_communities"] = new JsonObject { ["default"] = Community.Text, ["core"] = OtherCommunity.Text },
        ["wifi_password"] = Wifi.Text,
        ["client_certificate_file"] = "client.pem",
        ["client_key_file"] = "client.key",
    };

    public static SiteSecrets Secrets(string folder) => SecretsFile.Read(Write(folder));

    private static (string Key, string Certificate) MakeKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=demo-rack1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return (key.ExportECPrivateKeyPem(), certificate.ExportCertificatePem());
    }
}
