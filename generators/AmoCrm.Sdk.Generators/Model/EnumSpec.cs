namespace AmoCrm.Sdk.Generators.Model;

/// <summary>An open enum: known values by name, unknown ones kept.</summary>
internal sealed record EnumSpec(string Name, bool IsInteger, string Summary, string? Docs, EquatableArray<EnumValueSpec> Values);
