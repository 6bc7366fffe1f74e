namespace AmoCrm.Sdk;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The kind of the items.</typeparam>
/// <param name="Items">The items in the order amoCRM sent them; empty beyond the last page.</param>
/// <param name="Number">The page's number, from 1.</param>
/// <param name="Limit">The number of items that was asked for.</param>
/// <param name="HasMore">
/// False when this is certainly the last page. True means that there may be more: amoCRM says how many there are for few lists only, and
/// where it sends fewer items than asked for in the middle of a list only an empty page ends it.
/// </param>
/// <param name="TotalItems">The number of items of all pages, where amoCRM sends it.</param>
/// <param name="PageCount">The number of pages, where amoCRM sends it.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Limit, bool HasMore, int? TotalItems = null, int? PageCount = null)
{
    /// <summary>
    /// What goes on behind this page, as one line of text to be kept: the next page and what was asked for, filter included. Only pages of an enumeration have it;
    /// null on the last one.
    /// </summary>
    public string? Continuation { get; init; }
}
