namespace AmoCrm.Sdk.Generators.Model;

/// <summary>A leaf of the body that is the same in every request.</summary>
/// <param name="Json">The scalar as JSON text: <c>"contacts"</c>, <c>5</c>, <c>true</c>.</param>
internal sealed record BodyConstant(string Json) : BodyNode;
