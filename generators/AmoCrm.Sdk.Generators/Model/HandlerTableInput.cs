namespace AmoCrm.Sdk.Generators.Model;

/// <summary>What the dispatch table depends on: it changes when a name comes, goes or is renamed, and for nothing else.</summary>
internal sealed record HandlerTableInput(EquatableArray<HandlerTableEntry> Entries);
