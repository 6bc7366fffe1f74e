namespace AmoCrm.Sdk.Generators.Model;

/// <summary>A leaf of the body: the value of a param. Under a repeated item it is the element.</summary>
/// <param name="Param">The param's dynamic name.</param>
internal sealed record BodyParam(string Param) : BodyNode;
