namespace AmoCrm.Sdk.Engine;

/// <summary>A placeholder at the start of a text: <c>{path}</c> or <c>{{path}}</c>, blanks allowed inside.</summary>
/// <param name="path">The steps of the path, for example <c>items</c>, <c>0</c>, <c>id</c>.</param>
/// <param name="length">How many characters it takes, braces included.</param>
internal readonly struct TemplatePlaceholder(IReadOnlyList<string> path, int length)
{
    public IReadOnlyList<string> Path => path;

    public int Length => length;

    /// <summary>Reads the placeholder that starts with the text's first character. Looks no further than the first character that no path has, so that scanning stays linear.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out TemplatePlaceholder placeholder) =>
        TryRead(text, braces: 2, out placeholder) || TryRead(text, braces: 1, out placeholder);

    private static bool TryRead(ReadOnlySpan<char> text, int braces, out TemplatePlaceholder placeholder)
    {
        placeholder = default;
        if (!StartsWith(text, '{', braces))
        {
            return false;
        }

        var inner = text[braces..];
        var blanks = CountBlanks(inner);
        var length = CountPathCharacters(inner[blanks..]);
        var path = ReadPath(inner.Slice(blanks, length));
        var end = blanks + length;
        end += CountBlanks(inner[end..]);
        if (path is null || !StartsWith(inner[end..], '}', braces))
        {
            return false;
        }

        placeholder = new TemplatePlaceholder(path, braces + end + braces);
        return true;
    }

    /// <summary><c>a.b</c>, <c>a[0].b</c>, <c>a.0.b</c>; null when the text is no path.</summary>
    private static List<string>? ReadPath(ReadOnlySpan<char> text)
    {
        var path = new List<string>();
        while (true)
        {
            var length = CountNameCharacters(text);
            if (length == 0)
            {
                return null;
            }

            path.Add(text[..length].ToString());
            text = text[length..];
            while (text is ['[', ..])
            {
                var close = text.IndexOf(']');
                if (close < 2 || text[1..close].ContainsAnyExceptInRange('0', '9'))
                {
                    return null;
                }

                path.Add(text[1..close].ToString());
                text = text[(close + 1)..];
            }

            switch (text)
            {
                case []:
                    return path;
                case ['.', ..]:
                    text = text[1..];
                    break;
                default:
                    return null;
            }
        }
    }

    private static bool StartsWith(ReadOnlySpan<char> text, char brace, int count) =>
        text.Length >= count && text[0] == brace && text[count - 1] == brace;

    private static int CountBlanks(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExcept(' ', '\t');
        return count < 0 ? text.Length : count;
    }

    private static int CountPathCharacters(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && (IsNameCharacter(text[count]) || text[count] is '.' or '[' or ']'))
        {
            count++;
        }

        return count;
    }

    private static int CountNameCharacters(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && IsNameCharacter(text[count]))
        {
            count++;
        }

        return count;
    }

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is '_' or '-';
}
