using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds one param of a handler.</summary>
internal sealed class ParamBinder(TypeTable types, DefaultBinder defaults, KnownMembers members)
{
    private static readonly string[] Keys =
    [
        "type", "summary", "in", "to", "style", "query", "positional", "property", "aliases", "default", "required_unless", "exclusive", "requires",
        "range", "items", "max_length", "accepts", "accepts_reason", "needs", "hook", "scope", "examples",
    ];

    private static readonly string[] KeysThatDependOnTheType = ["style", "default", "range", "items", "max_length", "hook", "scope"];

    /// <summary>True when a param may well have this name.</summary>
    public bool Knows(string name) => members.Contains(name);

    /// <summary>The param; null when too little of it is sound.</summary>
    public BoundParam? Bind(YamlEntry entry, ParamContext handler, FileScope scope)
    {
        var what = $"The param '{entry.Name}'";
        if (!ManifestNames.IsSnakeCase(entry.Name))
        {
            scope.Report(DiagnosticDescriptors.InvalidName, entry.Key.Span, entry.Name, "name of a param", "write it like company_id");
            return null;
        }

        if (entry.Value is not YamlMapping mapping)
        {
            scope.Report(DiagnosticDescriptors.WrongShape, entry.Value.Span, what, "a mapping");
            return null;
        }

        var reader = new MappingReader(mapping, what, entry.Key.Span, scope, Keys);
        var summary = reader.Summary();
        if (reader.RequiredText("type") is not { } expression)
        {
            return null;
        }

        var type = TypeExpressionBinder.BindOrGuess(expression, reader.Place("type"), types, scope, out var isCertain);
        reader = isCertain ? reader : reader.Without(KeysThatDependOnTheType);
        type = isCertain ? type : type with { IsList = false };

        var property = reader.Text("property") ?? Identifier.Pascal(entry.Name);
        if (!Identifier.IsPascal(property))
        {
            scope.Report(DiagnosticDescriptors.InvalidName, reader.Has("property") ? reader.Place("property") : entry.Key.Span, property, "C# name", "give the param a 'property' like CompanyId");
            return null;
        }

        return Complete(entry, reader, handler, type, property, summary);
    }

    private BoundParam Complete(YamlEntry entry, MappingReader reader, ParamContext handler, TypeSpec type, string property, string summary)
    {
        var (isIgnored, accepted) = Accepts(reader);
        var isDynamicOnly = isIgnored || accepted.Count > 0 || reader.Has("accepts_reason");
        var placement = isDynamicOnly ? ParamPlacement.None : Placement(entry, reader, handler);
        var isPositional = placement == ParamPlacement.Path || reader.Flag("positional", false);
        var isDoubtful = HasDoubtfulName(entry, reader, placement, handler);
        var (value, hook) = defaults.Bind(reader, type);
        var requiredUnless = Names(reader, "required_unless");
        if (placement == ParamPlacement.Path && (type.IsNullable || type.IsList))
        {
            reader.Scope.Report(DiagnosticDescriptors.Contradiction, reader.Place("type"), $"The param '{entry.Name}' is in the path and cannot be optional or a list: remove '?' and '[]'");
            type = type with { IsNullable = false, IsList = false };
        }

        var hasDefault = value is not null || hook is not null;
        var isRequired = !type.IsNullable && requiredUnless.Count == 0 && !isDynamicOnly && (isPositional || !hasDefault);
        if (hasDefault && !isPositional && !type.IsNullable && !isDynamicOnly)
        {
            reader.Scope.Report(DiagnosticDescriptors.RequiredParamWithDefault, reader.Place("type"), entry.Name, type.Name + (type.IsList ? "[]" : ""));
            type = type with { IsNullable = true };
        }

        if (requiredUnless.Count > 0 || isDynamicOnly)
        {
            type = type with { IsNullable = true };
        }

        var spec = new ParamSpec
        {
            Name = entry.Name,
            Property = property,
            Type = type,
            Summary = summary,
            Placement = placement,
            Style = Style(entry, reader, placement, type),
            QueryName = placement == ParamPlacement.Query ? reader.Text("query") ?? entry.Name : "",
            IsPositional = isPositional && !isDynamicOnly,
            IsRequired = isRequired,
            Aliases = Names(reader, "aliases"),
            DefaultValue = value,
            DefaultHook = hook,
            RequiredUnless = requiredUnless,
            Exclusive = Names(reader, "exclusive"),
            Requires = Names(reader, "requires"),
            Range = RangeBinder.BindRange(reader, type),
            Items = RangeBinder.BindItems(reader, type),
            MaxLength = RangeBinder.BindMaxLength(reader, type),
            IsIgnored = isIgnored,
            AcceptedValues = accepted,
            AcceptsReason = reader.Text("accepts_reason"),
            NeedsApiFilter = reader.Word("needs", ManifestWords.Needs, false),
            CustomFieldScope = CustomFieldScope(entry, reader, type),
            Example = (reader.Node("examples") as YamlScalar)?.Value,
        };
        return new BoundParam(spec, entry, reader, Target(entry, reader, placement)) { IsDoubtful = isDoubtful };
    }

    private static ParamPlacement Placement(YamlEntry entry, MappingReader reader, ParamContext handler)
    {
        var isVariable = handler.PathVariables.Contains(entry.Name, StringComparer.Ordinal);
        var usual = isVariable ? ParamPlacement.Path : handler.HttpMethod == "GET" ? ParamPlacement.Query : ParamPlacement.Body;
        var placement = reader.Word("in", ManifestWords.Placements, usual);
        if (placement == ParamPlacement.Path && !isVariable)
        {
            reader.Scope.Report(
                DiagnosticDescriptors.ParamNotInPath, reader.Place("in"), entry.Name, handler.Path, NameSuggestion.Hint(entry.Name, handler.PathVariables));
            return ParamPlacement.None;
        }

        if (isVariable && placement != ParamPlacement.Path)
        {
            reader.Scope.Report(DiagnosticDescriptors.Contradiction, reader.Place("in"), $"The path has the variable '{{{entry.Name}}}', so the param is in the path: remove 'in'");
            return ParamPlacement.Path;
        }

        if (placement == ParamPlacement.Body && handler.Body == BodyKind.None)
        {
            reader.Scope.Report(
                DiagnosticDescriptors.Contradiction,
                reader.Has("in") ? reader.Place("in") : entry.Key.Span,
                $"The param '{entry.Name}' goes into the body, and the handler sends none: say 'body: object' in the handler, or 'in: query' here");
            return ParamPlacement.None;
        }

        return placement;
    }

    private static QueryStyle Style(YamlEntry entry, MappingReader reader, ParamPlacement placement, TypeSpec type)
    {
        var style = reader.Word("style", ManifestWords.Styles, QueryStyle.Plain);
        if (placement != ParamPlacement.Query)
        {
            if (reader.Has("style") || reader.Has("query"))
            {
                var key = reader.Has("style") ? "style" : "query";
                reader.Scope.Report(DiagnosticDescriptors.Contradiction, reader.KeyPlace(key), $"'{key}' is for params in the query: remove it, or say 'in: query'");
            }

            if (type.Kind == TypeKind.QueryModel && placement == ParamPlacement.Body)
            {
                reader.Scope.Report(DiagnosticDescriptors.Contradiction, reader.Place("type"), $"'{type.Name}' is a model of kind query and the param '{entry.Name}' is not in the query");
            }

            return QueryStyle.Plain;
        }

        var needsBrackets = type.Kind == TypeKind.QueryModel || type.Name is "DateTimeRange" or "NumberRange" or "CustomFieldFilter";
        if (needsBrackets && style != QueryStyle.Brackets)
        {
            reader.Scope.Report(DiagnosticDescriptors.Contradiction, reader.Place("style"), $"The param '{entry.Name}' has members, so its style in the query is brackets: add 'style: brackets'");
            return QueryStyle.Brackets;
        }

        if (type.IsList && style == QueryStyle.Plain)
        {
            reader.Scope.Report(DiagnosticDescriptors.Contradiction, reader.Place("style"), $"The param '{entry.Name}' is a list, so its style in the query is comma or brackets: add 'style'");
            return QueryStyle.Brackets;
        }

        if (type.Kind == TypeKind.Model)
        {
            reader.Scope.Report(DiagnosticDescriptors.Contradiction, reader.Place("type"), $"'{type.Name}' cannot be written into a query: make it a model of kind query");
        }

        return style;
    }

    private static string? CustomFieldScope(YamlEntry entry, MappingReader reader, TypeSpec type)
    {
        var resolves = reader.Word("hook", ManifestWords.Hooks, false);
        var customFieldScope = reader.Text("scope");
        if (resolves != (type.Name == "CustomFieldInput" && !type.IsList) || resolves != (customFieldScope is not null))
        {
            reader.Scope.Report(
                DiagnosticDescriptors.Contradiction,
                reader.Has("hook") ? reader.Place("hook") : reader.Place("scope"),
                $"The type CustomFieldInput, 'hook: CustomFields' and 'scope' belong together, and the param '{entry.Name}' has not all of them");
        }

        return type.Name == "CustomFieldInput" && !type.IsList ? customFieldScope ?? "contacts" : null;
    }

    private static TargetPath? Target(YamlEntry entry, MappingReader reader, ParamPlacement placement)
    {
        if (placement == ParamPlacement.Body)
        {
            return TargetPath.Parse(reader.Text("to") ?? entry.Name, reader.Has("to") ? reader.Place("to") : entry.Key.Span, reader.Scope);
        }

        if (reader.Has("to"))
        {
            reader.Scope.Report(DiagnosticDescriptors.Contradiction, reader.KeyPlace("to"), $"'to' is for params in the body, and the param '{entry.Name}' is not: remove it, or say 'in: body'");
        }

        return null;
    }

    /// <summary>A param must be known by its name: this is what catches a misspelt one. A path variable's name is the path's business.</summary>
    private bool HasDoubtfulName(YamlEntry entry, MappingReader reader, ParamPlacement placement, ParamContext handler)
    {
        if (placement == ParamPlacement.Path || members.Contains(entry.Name) || Remedy(entry.Name, reader, placement, handler) is not { } remedy)
        {
            return false;
        }

        reader.Scope.Report(DiagnosticDescriptors.UnknownMember, entry.Key.Span, entry.Name, members.Hint(entry.Name), remedy);
        return true;
    }

    /// <summary>What to do where the name is right; null where nothing more is asked of it.</summary>
    private string? Remedy(string name, MappingReader reader, ParamPlacement placement, ParamContext handler)
    {
        if (members.IsComplete)
        {
            return "add it to 'param_names'";
        }

        var key = placement switch
        {
            ParamPlacement.Query => "query",
            ParamPlacement.Body when handler.Body != BodyKind.Value => "to",
            _ => null,
        };
        return key is null || reader.Has(key) ? null : $"confirm it with '{key}: {name}'";
    }

    private static (bool IsIgnored, EquatableArray<string> Values) Accepts(MappingReader reader)
    {
        if (reader.Node("accepts") is YamlScalar scalar)
        {
            if (scalar.Value == "ignored")
            {
                return (true, []);
            }

            reader.Scope.Report(DiagnosticDescriptors.UnknownWord, scalar.Span, scalar.Value, "value of 'accepts'", NameSuggestion.Hint(scalar.Value, ["ignored"]) + " A list of constants is allowed, too.");
            return (true, []);
        }

        return (false, reader.Node("accepts") is YamlSequence sequence
            ? sequence.Items.OfType<YamlScalar>().Select(item => item.Value).ToEquatableArray()
            : []);
    }

    private static EquatableArray<string> Names(MappingReader reader, string key) => reader.Texts(key).Select(name => name.Text).ToEquatableArray();
}
