using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The names that amoCRM is known to use on the wire: what the models declare, and the words every list takes.</summary>
internal sealed class KnownMembers
{
    private static readonly string[] QueryWords = ["filter", "limit", "order", "page", "query", "with"];

    private readonly HashSet<string> _names = new(QueryWords, StringComparer.Ordinal);
    private readonly bool _hasModels;

    /// <param name="declared">The names of all fields, those of broken ones included.</param>
    public KnownMembers(IReadOnlyCollection<ModelSpec> models, IEnumerable<string> declared)
    {
        _hasModels = models.Count > 0;
        _names.UnionWith(declared);
        foreach (var field in models.SelectMany(model => model.Fields))
        {
            _names.Add(field.Name);
            _names.UnionWith(field.Path);
        }
    }

    /// <summary>True when a param may be sent under this name without saying so.</summary>
    public bool Contains(string name) => !_hasModels || _names.Contains(name);

    public string Hint(string name) => NameSuggestion.Nearest(name, _names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
}
