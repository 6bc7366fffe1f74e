namespace AmoCrm.Sdk.Generators.Model;

/// <summary>A node of the request body's structure.</summary>
internal abstract record BodyNode;
