namespace AmoCrm.Sdk.Bulk;

/// <summary>Items that go into one request.</summary>
/// <param name="Path">Where they go.</param>
/// <param name="Items">The items, each checked.</param>
/// <param name="Refused">Items between them that were refused here and are not sent.</param>
internal sealed record BulkChunk<TArguments>(string Path, IReadOnlyList<BulkItem<TArguments>> Items, IReadOnlyList<(BulkItem<TArguments> Item, AmoCrmArgumentException Error)> Refused);
