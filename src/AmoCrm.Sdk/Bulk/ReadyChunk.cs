namespace AmoCrm.Sdk.Bulk;

/// <summary>Items that can be sent.</summary>
/// <param name="items">The items as they were given.</param>
/// <param name="arguments">What is sent for each: with defaults filled in.</param>
/// <param name="fields">Their custom fields; null for items without any.</param>
internal sealed class ReadyChunk<TArguments>(List<BulkItem<TArguments>> items, List<TArguments> arguments, ResolvedCustomFields?[] fields)
{
    public List<BulkItem<TArguments>> Items => items;

    public List<TArguments> Arguments => arguments;

    public ResolvedCustomFields?[] Fields => fields;
}
