using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>The direction of a sort order; ascending by default.</summary>
[JsonConverter(typeof(SortDirectionJsonConverter))]
public readonly record struct SortDirection
{
    private readonly bool _descending;

    private SortDirection(bool descending) => _descending = descending;

    /// <summary>From the smallest or oldest on.</summary>
    public static SortDirection Ascending { get; } = new(descending: false);

    /// <summary>From the largest or newest on.</summary>
    public static SortDirection Descending { get; } = new(descending: true);

    /// <summary>Both directions.</summary>
    public static IReadOnlyList<SortDirection> KnownValues { get; } = [Ascending, Descending];

    /// <summary>The wire form, <c>asc</c> or <c>desc</c>.</summary>
    public string Value => _descending ? "desc" : "asc";

    /// <summary>Makes a direction from <c>asc</c>, <c>desc</c>, <c>ascending</c> or <c>descending</c>.</summary>
    /// <param name="value">The word.</param>
    /// <exception cref="FormatException">The word is none of these.</exception>
    public static implicit operator SortDirection(string value) =>
        TryParse(value, out var direction) ? direction : throw new FormatException(NoSuchDirection);

    /// <inheritdoc/>
    public override string ToString() => Value;

    internal const string NoSuchDirection = "A sort direction is asc or desc";

    internal static bool TryParse(string value, out SortDirection direction)
    {
        var word = value.Trim().ToLowerInvariant();
        direction = word is "desc" or "descending" ? Descending : Ascending;
        return word is "asc" or "ascending" or "desc" or "descending";
    }
}
