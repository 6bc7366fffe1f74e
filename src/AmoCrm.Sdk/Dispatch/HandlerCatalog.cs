namespace AmoCrm.Sdk.Dispatch;

/// <summary>Every handler that can be called by name.</summary>
public static class HandlerCatalog
{
    /// <summary>The names of all handlers: the five legacy modules first, in the manifest's order.</summary>
    public static IReadOnlyList<string> Names => Registry.Names;

    /// <summary>All handlers, in the order of <see cref="Names"/>.</summary>
    public static IReadOnlyList<HandlerDescriptor> All => Registry.All;

    /// <summary>The modules that the handlers are grouped in: <c>base companies tasks advanced admin</c>, then the further ones.</summary>
    public static IReadOnlyList<string> Modules => Registry.Modules;

    // The only place that touches the emitted table: a program that calls no handler by name keeps only the clients it uses.
    internal static HandlerRegistry Registry { get; } = new(HandlerTable.Handlers, HandlerTable.Names);

    /// <summary>The handler of that name, or null.</summary>
    /// <param name="name">A handler's name; upper and lower case differ.</param>
    public static HandlerDescriptor? Find(string name) => Registry.TryGet(name, out var handler) ? handler : null;

    /// <summary>The handler of that name.</summary>
    /// <param name="name">A handler's name; upper and lower case differ.</param>
    /// <exception cref="AmoCrmUnknownHandlerException">No handler has that name; the exception names the nearest ones.</exception>
    public static HandlerDescriptor Get(string name) => Registry.Get(name);

    /// <summary>The handlers of one module, in the manifest's order; empty when there is no such module.</summary>
    /// <param name="module">The module's name, for example <c>companies</c>.</param>
    public static IReadOnlyList<HandlerDescriptor> InModule(string module) =>
        [.. All.Where(handler => string.Equals(handler.Module, module, StringComparison.Ordinal))];
}
