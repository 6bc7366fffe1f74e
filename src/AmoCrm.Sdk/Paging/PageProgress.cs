namespace AmoCrm.Sdk.Paging;

/// <summary>Where an enumeration stands, and whether there is a next page.</summary>
/// <param name="rules">How the resource pages.</param>
/// <param name="first">The page to start with.</param>
/// <param name="limit">The number of items to ask for.</param>
internal sealed class PageProgress(PagingRules rules, int first, int limit)
{
    private readonly bool _fromFirst = first == 1;
    private long _seen;

    public int Page { get; private set; } = first;

    public int Limit { get; } = limit;

    /// <summary>The last page, as far as amoCRM has told.</summary>
    public int Last { get; private set; } = int.MaxValue;

    /// <summary>Goes on to the next page; false when the page just read was the last one.</summary>
    /// <param name="count">The items of the page just read.</param>
    /// <param name="pageCount">What it says about the number of pages.</param>
    /// <param name="totalItems">What it says about the number of items.</param>
    public bool Advance(int count, int? pageCount, int? totalItems)
    {
        _seen += count;
        if (rules.HasTotals && pageCount is > 0 and var pages)
        {
            Last = pages;
        }

        if (count == 0 || !HasNext(count, pageCount, totalItems))
        {
            return false;
        }

        Page++;
        return true;
    }

    private bool HasNext(int count, int? pageCount, int? totalItems)
    {
        if (rules.HasTotals && pageCount is > 0)
        {
            return Page < pageCount;
        }

        // Started further on, nobody knows how many items the pages before have: servers may send fewer than asked for.
        if (rules.HasTotals && _fromFirst && totalItems is > 0)
        {
            return _seen < totalItems;
        }

        return count >= Limit || !rules.ShortPageEnds;
    }
}
