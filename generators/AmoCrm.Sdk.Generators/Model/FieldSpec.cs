namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One field of a model.</summary>
/// <param name="Name">The manifest's name, for example <c>created_at</c>.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Path">The member path on the wire, at most two names: <c>created_at</c>, <c>_embedded.tags</c>.</param>
/// <param name="Style">How a list is spelt in a query model.</param>
internal sealed record FieldSpec(string Name, string Property, TypeSpec Type, EquatableArray<string> Path, string Summary, QueryStyle Style = QueryStyle.Brackets);
