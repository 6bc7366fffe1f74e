using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>A C# type that is a JSON object: what its reader and writer need to know.</summary>
/// <param name="Type">The C# type.</param>
/// <param name="Fields">Its members; a path of two names lies in a nested group.</param>
/// <param name="Skip">Wire members that nobody keeps.</param>
/// <param name="KeepsUnknown">Whether members that are not declared are kept in <c>AdditionalData</c>.</param>
/// <param name="Prelude">Lines before the object is entered, for values that may stand in its place.</param>
internal sealed record JsonObjectShape(
    string Type,
    IReadOnlyList<FieldSpec> Fields,
    IReadOnlyList<string> Skip,
    bool KeepsUnknown,
    string? Prelude = null)
{
    /// <summary>The nested groups, in the order of their first field.</summary>
    public IReadOnlyList<string> Groups { get; } =
        Fields.Where(static field => field.Path.Count == 2).Select(static field => field.Path[0]).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>The fields directly in the object.</summary>
    public IEnumerable<FieldSpec> Direct => Fields.Where(static member => member.Path.Count == 1);

    /// <summary>The fields of a nested group.</summary>
    public IEnumerable<FieldSpec> In(string group) => Fields.Where(field => field.Path.Count == 2 && field.Path[0] == group);
}
