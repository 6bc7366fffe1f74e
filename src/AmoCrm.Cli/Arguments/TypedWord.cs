namespace AmoCrm.Cli.Arguments;

/// <summary>What of a typed word may be repeated in a message. At a wrong place it may be a token, or a connection string with its password.</summary>
internal static class TypedWord
{
    /// <summary>Stands for what is not shown.</summary>
    public const string Mask = "***";

    private const int LongestName = 40;

    /// <summary>The word if it can be a name, of an option without its value.</summary>
    public static string Show(string word)
    {
        var name = IsOption(word) && word.IndexOfAny(['=', ':']) is > 0 and var end ? word[..end] : word;
        return IsName(name) ? name : Mask;
    }

    /// <summary>Whether it was meant as an option.</summary>
    public static bool IsOption(string word) => word.StartsWith('-') && word.Length > 1;

    /// <summary>Whether it can be a name: of a command, an option, a parameter or a setting.</summary>
    public static bool IsName(string word) =>
        word.Length is > 0 and <= LongestName && word.All(static character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.' or '[' or ']');

    /// <summary>A message about the command line in which nothing is shown that may be a secret. What comes after an option is its value, or would be if the option were spelled right.</summary>
    public static string MaskIn(string message, IReadOnlyList<string> words)
    {
        var isAfterOption = false;
        foreach (var word in words)
        {
            isAfterOption |= IsOption(word);
            var shown = isAfterOption && !IsOption(word) ? Mask : Show(word);
            message = message.Replace($"'{word}'", $"'{shown}'", StringComparison.Ordinal);
            if (IsOption(word) && word.IndexOfAny(['=', ':']) is > 0 and var end)
            {
                message = message.Replace($"'{word[(end + 1)..]}'", $"'{Mask}'", StringComparison.Ordinal);
            }
        }

        return message;
    }
}
