using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds the params of a handler together: every path variable has one, names are unique, references hold.</summary>
internal sealed class ParamListBinder(ParamBinder binder)
{
    /// <summary>Members that every request or its arguments have already.</summary>
    private static readonly string[] TakenProperties = ["Request", "IsAssigned", "Unassign", "Clone", "ToString", "Equals", "GetHashCode", "GetType", "Deconstruct"];

    public ParamList Bind(MappingReader handler, ParamContext context)
    {
        var given = handler.Entries("params")?.Entries ?? [];
        var entries = PairPathVariables(handler, context, given);
        var bound = new List<BoundParam>();
        foreach (var entry in entries)
        {
            if (binder.Bind(entry, context, handler.Scope) is { } param)
            {
                bound.Add(param);
            }
        }

        foreach (var variable in context.PathVariables)
        {
            // Its param is broken and reported. Hand-written code and callers still need the method to have it.
            if (bound.TrueForAll(param => param.Spec.Name != variable))
            {
                bound.Insert(0, StandIn(variable, handler));
            }
        }

        var list = new ParamList(WithoutDuplicates(bound, handler.Scope), given.Select(entry => entry.Name).ToEquatableArray());
        return list with { Bound = CheckReferences(list, handler.Scope) };
    }

    /// <summary>Reports variables that no param is named after; a param that is clearly meant takes the variable's name, so that it stays one mistake.</summary>
    private List<YamlEntry> PairPathVariables(MappingReader handler, ParamContext context, IEnumerable<YamlEntry> given)
    {
        var entries = given.ToList();
        for (var i = 0; i < context.PathVariables.Count; i++)
        {
            var variable = context.PathVariables[i];
            if (entries.Exists(entry => entry.Name == variable))
            {
                continue;
            }

            var candidates = entries.Where(entry => !context.PathVariables.Contains(entry.Name, StringComparer.Ordinal)).Select(entry => entry.Name).ToArray();
            // A name that nothing knows is the slip; only without one is the nearest name it (MisspeltParamTests).
            var meant = entries.FindIndex(entry => candidates.Contains(entry.Name, StringComparer.Ordinal) && !binder.Knows(entry.Name) && LooksLikeAVariable(entry));
            if (meant < 0)
            {
                meant = entries.FindIndex(entry => entry.Name == NameSuggestion.Nearest(variable, candidates));
            }

            if (meant < 0 && i < entries.Count && candidates.Contains(entries[i].Name, StringComparer.Ordinal) && LooksLikeAVariable(entries[i]))
            {
                meant = i;
            }

            if (meant < 0)
            {
                handler.Scope.Report(DiagnosticDescriptors.PathVariableWithoutParam, handler.Place("endpoint"), variable, " Add it.");
                continue;
            }

            handler.Scope.Report(DiagnosticDescriptors.PathVariableWithoutParam, entries[meant].Key.Span, variable, $" Rename '{entries[meant].Name}' to '{variable}', or add the param.");
            entries[meant] = entries[meant] with { Key = entries[meant].Key with { Value = variable } };
        }

        return entries;
    }

    /// <summary>Path variables lead the list, are required and say no placement.</summary>
    private static bool LooksLikeAVariable(YamlEntry entry) =>
        entry.Value is YamlMapping mapping
        && mapping.Find("in") is null
        && mapping.Find("type")?.Value is YamlScalar type
        && !type.Value.EndsWith("?", StringComparison.Ordinal);

    private static BoundParam StandIn(string variable, MappingReader handler)
    {
        var key = new YamlScalar(variable, true, handler.Owner);
        var value = new YamlMapping([], handler.Owner);
        return new BoundParam(
            new ParamSpec
            {
                Name = variable,
                Property = Identifier.Pascal(variable),
                Type = new TypeSpec(TypeKind.Primitive, "int64", false, false, true),
                Summary = "Not described.",
                Placement = ParamPlacement.Path,
                IsPositional = true,
                IsRequired = true,
            },
            new YamlEntry(key, value),
            new MappingReader(value, $"The param '{variable}'", handler.Owner, handler.Scope),
            null);
    }

    private static List<BoundParam> WithoutDuplicates(List<BoundParam> bound, FileScope scope)
    {
        var properties = new NameTable();
        foreach (var taken in TakenProperties)
        {
            properties.TryAdd(taken, "the request itself", out _);
        }

        var names = bound.ToDictionary(param => param.Spec.Name, param => param.Spec.Name, StringComparer.Ordinal);
        var queries = new Dictionary<string, string>(StringComparer.Ordinal);
        var unique = new List<BoundParam>();
        foreach (var param in bound)
        {
            var spec = param.Spec;
            if (!spec.IsDynamicOnly && !properties.TryAdd(spec.Property, $"the param '{spec.Name}'", out var owner))
            {
                scope.Report(DiagnosticDescriptors.DuplicateProperty, param.Reader.Has("property") ? param.Reader.Place("property") : param.Place, spec.Property, owner, "property");
                continue;
            }

            foreach (var (alias, place) in param.Reader.Texts("aliases"))
            {
                if (names.TryGetValue(alias, out var other))
                {
                    scope.Report(DiagnosticDescriptors.DuplicateWireName, place, alias, other, "param");
                    spec = spec with { Aliases = spec.Aliases.Where(known => known != alias).ToEquatableArray() };
                }
                else
                {
                    names.Add(alias, spec.Name);
                }
            }

            if (spec.Placement == ParamPlacement.Query)
            {
                if (queries.TryGetValue(spec.QueryName, out var other))
                {
                    scope.Report(DiagnosticDescriptors.DuplicateWireName, param.Reader.Has("query") ? param.Reader.Place("query") : param.Place, spec.QueryName, other, "param");
                    continue;
                }

                queries.Add(spec.QueryName, spec.Name);
            }

            unique.Add(param with { Spec = spec });
        }

        return unique;
    }

    private static List<BoundParam> CheckReferences(ParamList list, FileScope scope) => [.. list.Bound.Select(param => param with
    {
        Spec = param.Spec with
        {
            RequiredUnless = ParamReferences.Check(param.Reader.Texts("required_unless"), list, scope),
            Exclusive = ParamReferences.Check(param.Reader.Texts("exclusive"), list, scope),
            Requires = ParamReferences.Check(param.Reader.Texts("requires"), list, scope),
            CustomFieldScope = CheckScope(param, list, scope),
        },
    })];

    private static string? CheckScope(BoundParam param, ParamList all, FileScope scope)
    {
        if (param.Spec.CustomFieldScope is not { } text || text is "contacts" or "leads" or "companies" or "customers")
        {
            return param.Spec.CustomFieldScope;
        }

        const string Catalogs = "catalogs/{";
        if (!text.StartsWith(Catalogs, StringComparison.Ordinal) || !text.EndsWith("}", StringComparison.Ordinal))
        {
            scope.Report(DiagnosticDescriptors.UnknownWord, param.Reader.Place("scope"), text, "scope of custom fields", NameSuggestion.Hint(text, ["contacts", "leads", "companies", "customers", "catalogs/{catalog_id}"]));
            return "contacts";
        }

        var name = text.Substring(Catalogs.Length, text.Length - Catalogs.Length - 1);
        return ParamReferences.Check([(name, param.Reader.Place("scope"))], all, scope).Count > 0 ? text : "contacts";
    }
}
