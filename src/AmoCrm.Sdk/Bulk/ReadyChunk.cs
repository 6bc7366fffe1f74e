namespace AmoCrm.Sdk.Bulk;

/// <summary>Items that can be sent.</summary>
/// <param name="Items">The items as they were given.</param>
/// <param name="Arguments">What is sent for each: with defaults filled in.</param>
/// <param name="Fields">Their custom fields; null for items without any.</param>
internal sealed record ReadyChunk<TArguments>(List<BulkItem<TArguments>> Items, List<TArguments> Arguments, ResolvedCustomFields?[] Fields);
