using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ixp.Sites;
using Ixp.Sites.Secrets;

namespace Ixp.Enroll;

/// <summary>A device's file of secrets, of which enrolling changes the credentials for the broker and nothing else.</summary>
internal sealed class DeviceSecrets
{
    private const string Password = "broker_password";
    private const string CertificateFile = "client_certificate_file";
    private const string KeyFile = "client_key_file";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _json;

    private DeviceSecrets(JsonObject json, SiteSecrets values)
    {
        _json = json;
        Values = values;
    }

    /// <summary>What stood there.</summary>
    public SiteSecrets Values { get; }

    /// <exception cref="SiteException">The file is not right; no value is in the message.</exception>
    public static DeviceSecrets Read(string file)
    {
        if (!File.Exists(file))
            return new DeviceSecrets([], new SiteSecrets());
        var values = SecretsFile.Read(file);
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        return new DeviceSecrets(JsonNode.Parse(File.ReadAllText(file), documentOptions: options)!.AsObject(), values);
    }

    /// <returns>The file with a password in the place of other credentials.</returns>
    public string WithPassword(string password)
    {
        _json.Remove(CertificateFile);
        _json.Remove(KeyFile);
        _json[Password] = password;
        return _json.ToJsonString(Layout) + "\n";
    }

    /// <param name="certificateFile">As the file of secrets names it.</param>
    /// <param name="keyFile">As the file of secrets names it.</param>
    /// <returns>The file with a certificate in the place of other credentials.</returns>
    public string WithCertificate(string certificateFile, string keyFile)
    {
        _json.Remove(Password);
        _json[CertificateFile] = certificateFile;
        _json[KeyFile] = keyFile;
        return _json.ToJsonString(Layout) + "\n";
    }
}
