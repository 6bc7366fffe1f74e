namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One known value of an open enum.</summary>
/// <param name="Value">The wire text, digits for integer enums.</param>
internal sealed record EnumValueSpec(string Name, string Value, string Summary);
