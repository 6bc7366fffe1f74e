namespace AmoCrm.Sdk.Dispatch;

/// <summary>Finds the names that a misspelt one may have meant.</summary>
internal static class NameSuggestion
{
    private const int LongestName = 128;

    /// <summary>The names nearest to <paramref name="name"/>, best first; empty when none is near.</summary>
    public static IReadOnlyList<string> Nearest(string name, IEnumerable<string> candidates, int count = 3)
    {
        if (name.Length is 0 or > LongestName)
        {
            return [];
        }

        var wanted = Normalise(name);
        return [.. candidates
            .Distinct(StringComparer.Ordinal)
            .Select(candidate => (candidate, distance: Distance(wanted, Normalise(candidate))))
            .Where(static pair => pair.distance is not null)
            .OrderBy(static pair => pair.distance)
            .ThenByDescending(pair => Normalise(pair.candidate).AsSpan().CommonPrefixLength(wanted))
            .Take(count)
            .Select(static pair => pair.candidate)];
    }

    /// <summary>" Did you mean 'a' or 'b'?" with a leading space, or nothing.</summary>
    public static string Question(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => $" Did you mean '{names[0]}'?",
        _ => $" Did you mean {string.Join(", ", names.Take(names.Count - 1).Select(static name => $"'{name}'"))} or '{names[^1]}'?",
    };

    /// <summary>" Did you mean …?" for the nearest of the candidates, or nothing.</summary>
    public static string For(string name, IEnumerable<string> candidates) => Question(Nearest(name, candidates));

    // Case and separators are where guesses differ most: companyId, company-id, CompanyID.
    private static string Normalise(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // Null when too far. The prefix of handler names and the parts of a compound name count as near:
    // "list_companies" means "amocrm_list_companies".
    private static int? Distance(string wanted, string candidate)
    {
        if (wanted.Length == 0)
        {
            return null;
        }

        var edits = Edits(wanted, candidate);
        if (edits <= Math.Max(2, Math.Min(wanted.Length, candidate.Length) / 4))
        {
            return edits;
        }

        var contained = wanted.Length >= 4 && candidate.Contains(wanted, StringComparison.Ordinal);
        var contains = candidate.Length >= 4 && wanted.Contains(candidate, StringComparison.Ordinal);
        return contained || contains ? edits : null;
    }

    // Damerau–Levenshtein with adjacent transpositions: "nmae" is one edit from "name".
    private static int Edits(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(current[column - 1] + 1, last[column] + 1), last[column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    edits = Math.Min(edits, beforeLast[column - 2] + 1);
                }

                current[column] = edits;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }
}
