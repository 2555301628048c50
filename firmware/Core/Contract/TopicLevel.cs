namespace Appliance.Core.Contract;

/// <summary>What may stand between two slashes of a topic.</summary>
public static class TopicLevel
{
    public const int MaximumLength = 32;

    /// <returns>True for 1 to 32 characters of a-z, 0-9, _ and -.</returns>
    public static bool IsValid(string text)
    {
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            char c = characters[i];
            bool isAllowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
            if (!isAllowed)
            {
                return false;
            }
        }

        return characters.Length > 0 && characters.Length <= MaximumLength;
    }
}
