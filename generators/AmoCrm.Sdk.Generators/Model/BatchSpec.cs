namespace AmoCrm.Sdk.Generators.Model;

/// <summary>The many-items form of a write.</summary>
/// <param name="Best">The recommended number of items in a request.</param>
/// <param name="Maximum">The largest number of items in a request.</param>
/// <param name="Method">The C# method without <c>Async</c>, for example <c>CreateMany</c>.</param>
/// <param name="Handler">The dispatch name of the batch form; null when it is typed only.</param>
/// <param name="HttpMethod">POST or PATCH.</param>
/// <param name="Path">The collection's path.</param>
/// <param name="Refuse">Params that single calls support and a batch does not, by dynamic name.</param>
internal sealed record BatchSpec(
    int Best,
    int Maximum,
    string Method,
    string? Handler,
    string HttpMethod,
    string Path,
    EquatableArray<string> Refuse);
