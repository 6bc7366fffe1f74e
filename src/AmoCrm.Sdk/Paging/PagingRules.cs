namespace AmoCrm.Sdk.Paging;

/// <summary>How one resource pages, as the manifest states it.</summary>
internal sealed class PagingRules
{
    public required int MaximumLimit { get; init; }

    public required int DefaultLimit { get; init; }

    /// <summary>True: a page with fewer items than asked for is the last one. False: only an empty page is.</summary>
    public bool ShortPageEnds { get; init; }

    /// <summary>True: <c>_page_count</c> or <c>_total_items</c> are sent and end the enumeration.</summary>
    public bool HasTotals { get; init; }

    /// <summary>The order, such as <c>order[id]=asc</c>, that keeps pages from shifting; added by enumerations whose caller chose none. Null where the resource has none.</summary>
    public string? StableOrder { get; init; }
}
