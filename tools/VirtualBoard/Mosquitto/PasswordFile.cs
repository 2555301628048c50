using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mosquitto;

/// <summary>The password file of mosquitto 2: <c>user:$7$iterations$salt$hash</c>, PBKDF2 with SHA-512, Base64.</summary>
public static class PasswordFile
{
    const int Iterations = 101; // what mosquitto_passwd 2.0 writes
    const int SaltBytes = 12;
    const int HashBytes = 64;

    /// <returns>The line of one user, without its end.</returns>
    /// <exception cref="ArgumentException">The user name cannot stand in the file.</exception>
    public static string Line(string user, string password)
    {
        if (user.Length == 0 || user.AsSpan().ContainsAny(":\r\n"))
            throw new ArgumentException($"The user name '{user}' must not be empty nor hold a colon or a line end.", nameof(user));
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return $"{user}:$7${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Hash(password, salt, Iterations))}";
    }

    /// <returns>True if it is the password of the line; false also for a line that is not of this form.</returns>
    public static bool Matches(string line, string password)
    {
        string[] parts = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('$');
        byte[] salt = new byte[HashBytes];
        byte[] hash = new byte[HashBytes];
        return parts is ["", "7", var iterations, var saltText, var hashText]
            && int.TryParse(iterations, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            && Convert.TryFromBase64String(saltText, salt, out int saltLength)
            && Convert.TryFromBase64String(hashText, hash, out int hashLength) && hashLength == HashBytes
            && CryptographicOperations.FixedTimeEquals(hash, Hash(password, salt.AsSpan(0, saltLength), count));
    }

    internal static string Write(IReadOnlyDictionary<string, string> users)
    {
        var text = new StringBuilder();
        foreach (var (user, password) in users)
            text.Append(Line(user, password)).Append('\n');
        return text.ToString();
    }

    static byte[] Hash(string password, ReadOnlySpan<byte> salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, HashBytes);
}
