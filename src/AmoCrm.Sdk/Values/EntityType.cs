using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// A type of entity. amoCRM spells it in the plural in paths, links, tasks and notes, in the singular in events and talks, and as a number in
/// web hooks: all spellings are taken, and they are equal.
/// </summary>
[JsonConverter(typeof(EntityTypeJsonConverter))]
public readonly record struct EntityType
{
    private readonly string? _value;

    /// <summary>Makes an entity type from any of its spellings; an unknown word is kept as it is.</summary>
    /// <param name="value"><c>leads</c>, <c>lead</c>, <c>2</c> and so on.</param>
    public EntityType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = Normalize(value.Trim());
    }

    /// <summary>Leads (deals).</summary>
    public static EntityType Leads { get; } = new("leads");

    /// <summary>Contacts (people).</summary>
    public static EntityType Contacts { get; } = new("contacts");

    /// <summary>Companies.</summary>
    public static EntityType Companies { get; } = new("companies");

    /// <summary>Customers (repeat sales).</summary>
    public static EntityType Customers { get; } = new("customers");

    /// <summary>Tasks.</summary>
    public static EntityType Tasks { get; } = new("tasks");

    /// <summary>Elements of catalogs (lists).</summary>
    public static EntityType CatalogElements { get; } = new("catalog_elements");

    /// <summary>The types this version knows.</summary>
    public static IReadOnlyList<EntityType> KnownValues { get; } = [Leads, Contacts, Companies, Customers, Tasks, CatalogElements];

    /// <summary>The plural form, as in paths: <c>companies</c>. Empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The singular form, as in events: <c>company</c>. An unknown type has only one form.</summary>
    public string Singular => Value switch
    {
        "leads" => "lead",
        "contacts" => "contact",
        "companies" => "company",
        "customers" => "customer",
        "tasks" => "task",
        "catalog_elements" => "catalog_element",
        _ => Value,
    };

    /// <summary>Whether this version knows the type.</summary>
    public bool IsKnown => KnownValues.Contains(this);

    /// <summary>Makes an entity type from any of its spellings.</summary>
    /// <param name="value"><c>leads</c>, <c>lead</c>, <c>2</c> and so on.</param>
    public static implicit operator EntityType(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string Normalize(string value) => value.ToLowerInvariant() switch
    {
        "leads" or "lead" or "2" => "leads",
        "contacts" or "contact" or "1" => "contacts",
        "companies" or "company" or "3" => "companies",
        "customers" or "customer" or "12" => "customers",
        "tasks" or "task" or "4" => "tasks",
        "catalog_elements" or "catalog_element" or "elements" or "element" => "catalog_elements",
        _ => value,
    };
}
