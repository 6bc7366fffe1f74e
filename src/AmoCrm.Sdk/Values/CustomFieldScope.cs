using System.Globalization;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>What a custom field belongs to: an entity type, customer segments, or one catalog.</summary>
[JsonConverter(typeof(CustomFieldScopeJsonConverter))]
public readonly record struct CustomFieldScope
{
    private const string CatalogPrefix = "catalogs/";

    private readonly string? _path;

    private CustomFieldScope(string path) => _path = path;

    /// <summary>Fields of leads.</summary>
    public static CustomFieldScope Leads { get; } = new("leads");

    /// <summary>Fields of contacts.</summary>
    public static CustomFieldScope Contacts { get; } = new("contacts");

    /// <summary>Fields of companies.</summary>
    public static CustomFieldScope Companies { get; } = new("companies");

    /// <summary>Fields of customers.</summary>
    public static CustomFieldScope Customers { get; } = new("customers");

    /// <summary>Fields of customer segments.</summary>
    public static CustomFieldScope Segments { get; } = new("customers/segments");

    /// <summary>The scopes that need no id.</summary>
    public static IReadOnlyList<CustomFieldScope> KnownValues { get; } = [Leads, Contacts, Companies, Customers, Segments];

    /// <summary>The part of the path between <c>/api/v4/</c> and <c>/custom_fields</c>: <c>leads</c>, <c>catalogs/17</c>. Empty for <c>default</c>.</summary>
    public string Path => _path ?? string.Empty;

    /// <summary>The wire form, which is the <see cref="Path"/>.</summary>
    public string Value => Path;

    /// <summary>The catalog's id; null for the other scopes.</summary>
    public long? CatalogId =>
        Path.StartsWith(CatalogPrefix, StringComparison.Ordinal) ? long.Parse(Path.AsSpan(CatalogPrefix.Length), CultureInfo.InvariantCulture) : null;

    /// <summary>Fields of one catalog (list).</summary>
    /// <param name="catalogId">Id of the catalog.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The id is not positive.</exception>
    public static CustomFieldScope Catalog(long catalogId)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(catalogId);
        return new CustomFieldScope(CatalogPrefix + catalogId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Makes a scope from its path or the singular of it.</summary>
    /// <param name="value"><c>leads</c>, <c>contact</c>, <c>customers/segments</c>, <c>catalogs/17</c> and so on.</param>
    /// <exception cref="FormatException">There is no such scope; the message lists them.</exception>
    public static implicit operator CustomFieldScope(string value) =>
        TryParse(value, out var scope) ? scope : throw new FormatException(NoSuchScope);

    /// <inheritdoc/>
    public override string ToString() => Path;

    internal const string NoSuchScope =
        "There is no such scope of custom fields: use leads, contacts, companies, customers, customers/segments or catalogs/{catalog_id}";

    internal static bool TryParse(string value, out CustomFieldScope scope)
    {
        var text = value.AsSpan().Trim().Trim('/');
        if (text.StartsWith(CatalogPrefix, StringComparison.OrdinalIgnoreCase)
            && long.TryParse(text[CatalogPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && id > 0)
        {
            scope = Catalog(id);
            return true;
        }

        scope = text.ToString().ToLowerInvariant() switch
        {
            "leads" or "lead" => Leads,
            "contacts" or "contact" => Contacts,
            "companies" or "company" => Companies,
            "customers" or "customer" => Customers,
            "customers/segments" or "segments" or "segment" => Segments,
            _ => default,
        };
        return scope != default;
    }
}
