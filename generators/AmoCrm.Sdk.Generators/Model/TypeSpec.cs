namespace AmoCrm.Sdk.Generators.Model;

/// <summary>A resolved type expression.</summary>
/// <param name="Kind">What family the element belongs to.</param>
/// <param name="Name">The word or name as the manifest spells it, without suffixes: <c>int64</c>, <c>Company</c>.</param>
/// <param name="IsList">True for <c>T[]</c>.</param>
/// <param name="IsNullable">True for a trailing <c>?</c>.</param>
/// <param name="IsValueType">True when the element is a C# struct.</param>
internal sealed record TypeSpec(TypeKind Kind, string Name, bool IsList, bool IsNullable, bool IsValueType);
