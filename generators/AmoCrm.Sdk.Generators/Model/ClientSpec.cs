namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One client noun with every handler it offers, in module order then file order.</summary>
/// <param name="Name">The noun, for example <c>Companies</c>; the class is <c>CompaniesClient</c>.</param>
internal sealed record ClientSpec(string Name, string Summary, EquatableArray<ClientMethodSpec> Methods);
