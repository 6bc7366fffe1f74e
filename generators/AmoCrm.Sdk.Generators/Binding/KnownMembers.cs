using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The names that a param may have: what the models declare, the words every list takes, and those that param-names.yaml adds.</summary>
internal sealed class KnownMembers
{
    private static readonly string[] QueryWords = ["filter", "limit", "order", "page", "query", "with"];

    private readonly HashSet<string> _names = new(QueryWords, StringComparer.Ordinal);
    private readonly bool _hasModels;

    /// <param name="declared">The names of all fields, those of broken ones included.</param>
    public KnownMembers(IReadOnlyCollection<ModelSpec> models, IEnumerable<string> declared, ParamNames paramNames)
    {
        _hasModels = models.Count > 0;
        IsComplete = paramNames.IsKnown;
        _names.UnionWith(declared);
        _names.UnionWith(paramNames.Names);
        foreach (var field in models.SelectMany(model => model.Fields))
        {
            _names.Add(field.Name);
            _names.UnionWith(field.Path);
        }
    }

    /// <summary>True when a name that is not here is a slip, whatever the param says about itself.</summary>
    public bool IsComplete { get; }

    /// <summary>True when a param may be sent under this name without saying so.</summary>
    public bool Contains(string name) => !_hasModels || _names.Contains(name);

    public string Hint(string name) => NameSuggestion.Nearest(name, _names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
}
