namespace Ixp.Enroll;

/// <summary>What each user may do at the broker, as an access list of mosquitto.</summary>
public static class BrokerAcl
{
    /// <summary>The user of the NOC in it; no device can have that name.</summary>
    public const string NocUser = "noc";

    /// <summary>The file <c>acl</c> beside this one: a device writes its own topics and reads its own commands, the NOC reads all and writes commands.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(BrokerAcl).Assembly.GetManifestResourceStream("Enroll/acl")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
