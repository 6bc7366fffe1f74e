using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The names of params that no model has as a member, from param-names.yaml.</summary>
internal sealed class ParamNames
{
    private readonly List<string> _names = [];

    /// <summary>False when the manifest has no such file: then <c>to:</c> and <c>query:</c> confirm a name.</summary>
    public bool IsKnown { get; private set; }

    public IReadOnlyList<string> Names => _names;

    public void Read(YamlMapping file, FileScope scope)
    {
        IsKnown = true;
        var reader = new MappingReader(file, "A file of param names", file.Span, scope, "param_names");
        foreach (var entry in reader.Entries("param_names")?.Entries ?? [])
        {
            if (!ManifestNames.IsSnakeCase(entry.Name))
            {
                scope.Report(DiagnosticDescriptors.InvalidName, entry.Key.Span, entry.Name, "name of a param", "write it like company_id");
                continue;
            }

            _names.Add(entry.Name);
        }
    }
}
