namespace AmoCrm.Sdk.Generators.Model;

/// <summary>How a list is paged.</summary>
/// <param name="Maximum">The largest <c>limit</c>.</param>
/// <param name="Default">The <c>limit</c> that is sent when the caller gives none.</param>
/// <param name="ShortPageEnds">True when a page with fewer items than asked is the last.</param>
/// <param name="HasTotals">True when the answer carries <c>_page_count</c> or <c>_total_items</c>.</param>
/// <param name="StableOrder">The query item that enumeration adds when the caller chose no order; null when the list has none.</param>
internal sealed record PagingSpec(int Maximum, int Default, bool ShortPageEnds, bool HasTotals, string? StableOrder);
