namespace AmoCrm.Sdk.Generators.Model;

/// <summary>The names of the types that are JSON, by how they are read and written.</summary>
internal sealed record JsonTypesInput(EquatableArray<string> Models, EquatableArray<string> StringEnums, EquatableArray<string> IntegerEnums);
