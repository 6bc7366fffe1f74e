namespace AmoCrm.Sdk.Generators.Model;

/// <summary>A client as a property of the front door.</summary>
/// <param name="Name">The noun, for example <c>Companies</c>.</param>
internal sealed record ClientNoun(string Name, string Summary);
