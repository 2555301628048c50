using System.Security.Cryptography;
using System.Text;

namespace Mosquitto;

/// <summary>The password file of mosquitto 2: <c>user:$7$iterations$salt$hash</c>, PBKDF2 with SHA-512, Base64.</summary>
internal static class PasswordFile
{
    const int Iterations = 101; // what mosquitto_passwd 2.0 writes
    const int SaltBytes = 12;
    const int HashBytes = 64;

    internal static string Write(IReadOnlyDictionary<string, string> users)
    {
        var text = new StringBuilder();
        foreach (var (user, password) in users)
        {
            if (user.Length == 0 || user.AsSpan().ContainsAny(":\r\n"))
                throw new ArgumentException($"The user name '{user}' must not be empty nor hold a colon or a line end.", nameof(users));
            byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
            byte[] hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA512, HashBytes);
            text.Append($"{user}:$7${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}\n");
        }
        return text.ToString();
    }
}
