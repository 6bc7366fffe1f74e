namespace AmoCrm.Sdk.Generators.Model;

/// <summary>A named member of a body object.</summary>
internal sealed record BodyMember(string Name, BodyNode Value);
