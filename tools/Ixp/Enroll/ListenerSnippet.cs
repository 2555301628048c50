using System.Text;

namespace Ixp.Enroll;

/// <summary>The lines of mosquitto.conf that belong to the other files: where devices and NOC connect, and how they are known.</summary>
internal static class ListenerSnippet
{
    public static string Text(BrokerRegister register)
    {
        string At(string name) => $"{register.BrokerPath.TrimEnd('/', '\\')}/{name}";
        bool isTls = register.Devices.Values.Any(d => d.IsTls);
        var text = new StringBuilder($"""
            # Written by ixp enroll, and written anew by each call of it.
            per_listener_settings true

            """.ReplaceLineEndings("\n"));

        void Listener(string who, int port, bool withTls, string passwords)
        {
            text.Append($"\n# {who}\nlistener {port}\nallow_anonymous false\npassword_file {At(passwords)}\nacl_file {At("acl")}\n");
            if (withTls)
                text.Append($"certfile {At("server.pem")}\nkeyfile {At("server.key")}\n");
        }

        foreach (var port in register.Devices.Values.GroupBy(d => d.Port).OrderBy(p => p.Key))
        {
            var way = port.First();
            Listener(way.HasCertificate ? "Devices, each known by the name in its certificate." : "Devices, each known by its password.", port.Key, way.IsTls, "passwords");
            if (way.HasCertificate)
                text.Append($"cafile {At("ca.pem")}\nrequire_certificate true\nuse_identity_as_username true\n");

            // Or a device that calls itself by the client id of another would throw that one out.
            text.Append("use_username_as_clientid true\n");
        }

        // Passwords of devices do not count here, where a client may call itself as it likes.
        Listener("The NOC, by password; its programs have client ids of their own.", register.NocPort, isTls, "noc-passwords");
        return text.ToString();
    }
}
