using System.Security.Cryptography;

namespace Ixp.Enroll;

/// <summary>Passwords that nobody has to remember.</summary>
internal static class RandomPassword
{
    /// <summary>No letter that is taken for another one.</summary>
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Of 32 characters, 5 bits each.</summary>
    private const int Length = 32;

    /// <returns>160 random bits.</returns>
    public static string Next() => RandomNumberGenerator.GetString(Alphabet, Length);
}
