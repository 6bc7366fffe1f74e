namespace AmoCrm.Sdk.Handlers;

/// <summary>Takes the hits of a search that really fit. One more page is read when the first has none; a search that vague is not worth a third.</summary>
internal static class VerifiedSearch
{
    private const int MostPages = 2;

    /// <summary>The items that fit, all of one page; empty when none does.</summary>
    public static async Task<IReadOnlyList<T>> FindAsync<T>(Func<int, Task<Page<T>>> readPage, Func<T, bool> fits)
    {
        for (var number = 1; number <= MostPages; number++)
        {
            var page = await readPage(number).ConfigureAwait(false);
            var matches = page.Items.Where(fits).ToList();
            if (matches.Count > 0)
            {
                return matches;
            }

            if (!page.HasMore)
            {
                break;
            }
        }

        return [];
    }
}
