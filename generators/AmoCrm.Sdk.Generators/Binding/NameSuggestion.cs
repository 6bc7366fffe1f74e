namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>"Did you mean": the nearest of the names that exist.</summary>
internal static class NameSuggestion
{
    /// <summary>A list longer than this says less than silence.</summary>
    private const int LongestList = 16;

    /// <summary>The nearest name, or null when none is near. Case and underscores count for nothing, then the fewest edits win, then ordinal order.</summary>
    public static string? Nearest(string name, IEnumerable<string> names)
    {
        var wanted = Normal(name);
        var tolerance = Math.Max(1, wanted.Length / 3);
        return names
            .Select(candidate => (Name: candidate, Distance: Distance(wanted, Normal(candidate))))
            .Where(candidate => candidate.Distance <= tolerance)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>The end of a message: the nearest name, else the whole list when it is short, else nothing. Begins with a space.</summary>
    public static string Hint(string name, IEnumerable<string> names)
    {
        var known = names.ToArray();
        if (Nearest(name, known) is { } nearest)
        {
            return $" Did you mean '{nearest}'?";
        }

        return known.Length is > 0 and <= LongestList ? $" Known: {string.Join(", ", known)}." : "";
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.</summary>
    internal static int Distance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            distances[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            distances[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var best = Math.Min(replace, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    best = Math.Min(best, distances[i - 2, j - 2] + 1);
                }

                distances[i, j] = best;
            }
        }

        return distances[left.Length, right.Length];
    }

    private static string Normal(string name) => name.Replace("_", "").Replace("-", "").ToUpperInvariant();
}
