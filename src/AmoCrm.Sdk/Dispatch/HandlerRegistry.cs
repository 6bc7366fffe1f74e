using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>A set of handlers by name, in a fixed order. A descriptor is made when it is first asked for.</summary>
internal sealed class HandlerRegistry(FrozenDictionary<string, Func<HandlerDescriptor>> handlers, IReadOnlyList<string> names)
{
    private IReadOnlyList<HandlerDescriptor>? _all;
    private IReadOnlyList<string>? _modules;

    public IReadOnlyList<string> Names { get; } = names;

    public IReadOnlyList<HandlerDescriptor> All => _all ??= [.. Names.Select(name => handlers[name]())];

    public IReadOnlyList<string> Modules => _modules ??= [.. All.Select(static handler => handler.Module).Distinct(StringComparer.Ordinal)];

    public bool TryGet(string name, [NotNullWhen(true)] out HandlerDescriptor? handler)
    {
        ArgumentNullException.ThrowIfNull(name);
        handler = handlers.TryGetValue(name, out var make) ? make() : null;
        return handler is not null;
    }

    public HandlerDescriptor Get(string name) =>
        TryGet(name, out var handler) ? handler : throw new AmoCrmUnknownHandlerException(name, NameSuggestion.Nearest(name, Names));
}
