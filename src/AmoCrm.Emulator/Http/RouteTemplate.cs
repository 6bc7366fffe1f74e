namespace AmoCrm.Emulator.Http;

/// <summary>A path with variables: <c>{id}</c> takes digits, <c>{code:text}</c> takes any segment.</summary>
internal sealed class RouteTemplate(string template)
{
    private static readonly Dictionary<string, string> None = [];

    private readonly string[] _segments = template.Split('/');

    /// <param name="parts">The path, cut at its slashes.</param>
    /// <param name="values">What the variables stand for.</param>
    public bool Matches(string[] parts, out IReadOnlyDictionary<string, string> values)
    {
        values = None;
        if (parts.Length != _segments.Length)
        {
            return false;
        }

        Dictionary<string, string>? found = null;
        foreach (var (segment, part) in _segments.Zip(parts))
        {
            if (!segment.StartsWith('{'))
            {
                if (!string.Equals(segment, part, StringComparison.Ordinal))
                {
                    return false;
                }

                continue;
            }

            var isText = segment.EndsWith(":text}", StringComparison.Ordinal);
            if (part.Length == 0 || (!isText && !QueryValue.IsIndex(part)))
            {
                return false;
            }

            found ??= new Dictionary<string, string>(StringComparer.Ordinal);
            found[segment.Trim('{', '}').Split(':')[0]] = Uri.UnescapeDataString(part);
        }

        values = found ?? None;
        return true;
    }
}
