namespace AmoCrm.Sdk;

/// <summary>An entity that a field of type <c>linked_entity</c> points to.</summary>
public sealed record CustomFieldLink
{
    /// <summary>Id of the entity.</summary>
    public required long EntityId { get; init; }

    /// <summary>Name of the entity.</summary>
    public string? Name { get; init; }

    /// <summary>Contacts, companies or catalog elements.</summary>
    public EntityType? EntityType { get; init; }

    /// <summary>Id of the catalog of a catalog element.</summary>
    public long? CatalogId { get; init; }

    /// <summary>Members that this type does not declare, kept as they came; null when there were none.</summary>
    public AdditionalData? AdditionalData { get; init; }
}
