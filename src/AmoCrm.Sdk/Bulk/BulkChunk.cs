namespace AmoCrm.Sdk.Bulk;

/// <summary>Items that go into one request.</summary>
/// <param name="path">Where they go.</param>
/// <param name="items">The items, each checked.</param>
/// <param name="refused">Items between them that were refused here and are not sent.</param>
internal sealed class BulkChunk<TArguments>(string path, IReadOnlyList<BulkItem<TArguments>> items, IReadOnlyList<(BulkItem<TArguments> Item, AmoCrmArgumentException Error)> refused)
{
    public string Path => path;

    public IReadOnlyList<BulkItem<TArguments>> Items => items;

    public IReadOnlyList<(BulkItem<TArguments> Item, AmoCrmArgumentException Error)> Refused => refused;
}
