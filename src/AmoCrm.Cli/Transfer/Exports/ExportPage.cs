namespace AmoCrm.Cli.Transfer.Exports;

/// <summary>One page of what is exported.</summary>
/// <param name="Items">Each item as JSON.</param>
/// <param name="TotalItems">The number of items of all pages, where amoCRM tells it.</param>
/// <param name="Continuation">What goes on behind the page; null on the last one.</param>
internal sealed record ExportPage(IReadOnlyList<byte[]> Items, long? TotalItems, string? Continuation);
