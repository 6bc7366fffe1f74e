namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One parameter of a handler.</summary>
internal sealed record ParamSpec
{
    /// <summary>The dynamic name, for example <c>company_id</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The C# property of the request, for example <c>CompanyId</c>.</summary>
    public required string Property { get; init; }

    public required TypeSpec Type { get; init; }

    public required string Summary { get; init; }

    public required ParamPlacement Placement { get; init; }

    public QueryStyle Style { get; init; }

    /// <summary>The name in the query string; empty for params that are not in it.</summary>
    public string QueryName { get; init; } = "";

    /// <summary>True for a method parameter; path variables always are.</summary>
    public bool IsPositional { get; init; }

    /// <summary>True when it must be given and nothing can stand in for it.</summary>
    public bool IsRequired { get; init; }

    public EquatableArray<string> Aliases { get; init; }

    /// <summary>A constant default as manifest text; null when there is none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The hand-written hook that supplies or normalises the value; null when there is none.</summary>
    public string? DefaultHook { get; init; }

    public EquatableArray<string> RequiredUnless { get; init; }

    public EquatableArray<string> Exclusive { get; init; }

    public EquatableArray<string> Requires { get; init; }

    public RangeSpec? Range { get; init; }

    public RangeSpec? Items { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>True for a legacy param that dynamic calls may pass and nobody reads.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>The only values a legacy, dynamic-only param may have; empty for ordinary params.</summary>
    public EquatableArray<string> AcceptedValues { get; init; }

    /// <summary>What to say when a value is outside <see cref="AcceptedValues"/>.</summary>
    public string? AcceptsReason { get; init; }

    /// <summary>True when the param works only in accounts with API filtering.</summary>
    public bool NeedsApiFilter { get; init; }

    /// <summary>The custom field scope of a CustomFieldInput param, for example <c>companies</c> or <c>catalogs/{catalog_id}</c>; null for others.</summary>
    public string? CustomFieldScope { get; init; }

    public string? Example { get; init; }

    /// <summary>True when the param exists only in dynamic calls and has no C# property.</summary>
    public bool IsDynamicOnly => IsIgnored || AcceptedValues.Count > 0 || AcceptsReason is not null;
}
