namespace VirtualRack.Wiring;

/// <summary>The words of a name, which tell what something is: core-switch2.</summary>
internal static class Words
{
    /// <summary>One of the words of the text, its digits aside, is one of those asked for.</summary>
    public static bool Has(string text, params ReadOnlySpan<string> words)
    {
        foreach (string part in text.Split('-', '_', ' ', '.'))
        {
            foreach (string word in words)
            {
                if (part.AsSpan().TrimEnd("0123456789").Equals(word, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }
}
