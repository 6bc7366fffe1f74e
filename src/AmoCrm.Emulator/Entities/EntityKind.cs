namespace AmoCrm.Emulator.Entities;

/// <summary>One of the four main entities: what its bodies and its lists know. The table is <see cref="EntityKinds"/>.</summary>
internal sealed record EntityKind(string Plural, string Singular)
{
    /// <summary>The keys of the read model in their order, each with its first value.</summary>
    public required Func<JsonObject> Template { get; init; }

    /// <summary>What one item of a create may hold.</summary>
    public required Shape Create { get; init; }

    /// <summary>What one item of an update may hold, without its id.</summary>
    public required Shape Update { get; init; }

    /// <summary>Members that a write copies as they are.</summary>
    public required IReadOnlyList<string> Plain { get; init; }

    public required IReadOnlyList<string> Orders { get; init; }

    public required IReadOnlyList<string> With { get; init; }

    /// <summary>Types whose links are embedded always.</summary>
    public required IReadOnlyList<string> EmbeddedAlways { get; init; }

    public required IReadOnlyList<string> RangeFilters { get; init; }

    public required IReadOnlyList<string> ListFilters { get; init; }

    /// <summary>Whether the answer of an update tells the name.</summary>
    public bool UpdateTellsName { get; init; }

    /// <summary>Whether the answer of an update tells the request id.</summary>
    public bool UpdateTellsRequestId { get; init; }

    public static EntityKind? BySingular(string singular) => EntityKinds.All.FirstOrDefault(kind => kind.Singular == singular);
}
