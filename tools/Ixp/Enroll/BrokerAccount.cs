using System.Text.Json;
using System.Text.Json.Nodes;
using Ixp.Sites;

namespace Ixp.Enroll;

/// <summary>User and password at a broker. Its text tells neither.</summary>
public sealed class BrokerAccount(string user, string password)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    public string User { get; } = user;

    public string Password { get; } = password;

    /// <exception cref="SiteException">The file is not right; no value is in the message.</exception>
    public static BrokerAccount Read(string file)
    {
        var json = JsonObjectReader.OpenSecret(file);
        var account = new BrokerAccount(json.Text("user"), json.Text("password"));
        json.RefuseUnknown();
        json.Finish();
        return account;
    }

    /// <summary>The file's content.</summary>
    public string FileText() => new JsonObject { ["user"] = User, ["password"] = Password }.ToJsonString(Layout) + "\n";
}
