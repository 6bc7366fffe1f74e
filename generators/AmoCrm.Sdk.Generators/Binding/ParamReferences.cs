using AmoCrm.Sdk.Generators.Diagnostics;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Params that name other params of the same handler.</summary>
internal static class ParamReferences
{
    /// <summary>The names that exist; the others are reported.</summary>
    public static EquatableArray<string> Check(IEnumerable<(string Text, SourceSpan Place)> names, ParamList parameters, FileScope scope)
    {
        var known = parameters.Bound.Select(param => param.Spec.Name).ToArray();
        var sound = new List<string>();
        foreach (var (name, place) in names)
        {
            if (known.Contains(name, StringComparer.Ordinal))
            {
                sound.Add(name);
            }
            else if (!parameters.IsBroken(name))
            {
                scope.Report(DiagnosticDescriptors.UnknownParam, place, name, NameSuggestion.Hint(name, known));
            }
        }

        return sound.ToEquatableArray();
    }
}
