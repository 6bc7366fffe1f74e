namespace AmoCrm.Emulator.Http;

/// <summary>One method on one path, what it needs and what it knows.</summary>
internal sealed class Route(string method, string template, Func<EmulatorRequest, Answer> handler)
{
    private readonly RouteTemplate _template = new(template);
    private readonly List<QueryPattern> _queryKeys = [];
    private readonly HashSet<string> _with = new(StringComparer.Ordinal);

    public string Method { get; } = method;

    /// <summary>Method and template, as counts name it.</summary>
    public string Name { get; } = $"{method} {template.Replace(":text}", "}", StringComparison.Ordinal)}";

    public Func<EmulatorRequest, Answer> Handler { get; } = handler;

    public bool NeedsAdmin { get; private set; }

    public bool IsAnonymous { get; private set; }

    /// <summary>Says whether the route exists just now; null means always.</summary>
    public Func<EmulatorBehaviour, bool>? Exists { get; private set; }

    public Route Query(params string[] keys)
    {
        _queryKeys.AddRange(keys.Select(key => new QueryPattern(key)));
        return this;
    }

    public Route With(params string[] names)
    {
        _with.UnionWith(names);
        return Query("with");
    }

    public Route Paged() => Query("page", "limit");

    public Route Admin()
    {
        NeedsAdmin = true;
        return this;
    }

    public Route Anonymous()
    {
        IsAnonymous = true;
        return this;
    }

    public Route When(Func<EmulatorBehaviour, bool> exists)
    {
        Exists = exists;
        return this;
    }

    public bool Matches(string[] parts, out IReadOnlyDictionary<string, string> values) => _template.Matches(parts, out values);

    /// <summary>What amoCRM would ignore without a word: keys, and names in <c>with</c>, that the route does not know.</summary>
    public IReadOnlyList<string> UnknownQueryKeys(QueryTree query)
    {
        var unknown = query.All.Where(value => !_queryKeys.Exists(key => key.Matches(value))).Select(value => value.Key);
        var unknownWith = _with.Count == 0
            ? []
            : query.Values("with").SelectMany(text => text.Split(',')).Where(name => !_with.Contains(name)).Select(name => "with=" + name);
        return unknown.Concat(unknownWith).ToList();
    }
}
