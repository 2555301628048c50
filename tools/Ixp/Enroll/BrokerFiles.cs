namespace Ixp.Enroll;

/// <summary>Paths in the folder of what a broker needs.</summary>
internal sealed class BrokerFiles(string folder)
{
    public string Folder { get; } = Path.GetFullPath(folder);

    public string Passwords => At("passwords");

    /// <summary>Of the NOC's listener, where none of a device counts.</summary>
    public string NocPasswords => At("noc-passwords");

    public string Acl => At("acl");

    public string CaCertificate => At("ca.pem");

    public string CaKey => At("ca.key");

    public string ServerCertificate => At("server.pem");

    public string ServerKey => At("server.key");

    public string Snippet => At("mosquitto.conf");

    public string NocSecrets => At("noc.secrets.json");

    public string Register => At("enrolled.json");

    public string Lock => At(".enroll.lock");

    /// <summary>Those that nobody else may have.</summary>
    public IEnumerable<string> Secret => [CaKey, ServerKey, NocSecrets, Passwords, NocPasswords];

    private string At(string name) => Path.Combine(Folder, name);
}
