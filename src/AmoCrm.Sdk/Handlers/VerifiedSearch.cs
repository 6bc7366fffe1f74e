namespace AmoCrm.Sdk.Handlers;

/// <summary>Takes the first hit of a search that really fits. One more page is read when the first has none; a search that vague is not worth a third.</summary>
internal static class VerifiedSearch
{
    private const int MostPages = 2;

    /// <summary>The first item that fits, and how many fit on the pages read.</summary>
    public static async Task<(T? Match, int Count)> FindAsync<T>(Func<int, Task<Page<T>>> readPage, Func<T, bool> fits)
        where T : class
    {
        for (var number = 1; number <= MostPages; number++)
        {
            var page = await readPage(number).ConfigureAwait(false);
            var matches = page.Items.Where(fits).ToList();
            if (matches.Count > 0)
            {
                return (matches[0], matches.Count);
            }

            if (!page.HasMore)
            {
                break;
            }
        }

        return (null, 0);
    }
}
