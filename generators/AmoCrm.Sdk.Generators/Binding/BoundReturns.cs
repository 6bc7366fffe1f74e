using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>What a handler answers, while the handler it fetches with is only a name.</summary>
internal sealed record BoundReturns(ReturnsSpec Spec, ModelSpec? Model, string? Fetch, MappingReader Reader);
