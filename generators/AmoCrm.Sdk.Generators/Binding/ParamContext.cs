using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>What a param needs to know of its handler.</summary>
/// <param name="PathVariables">The variables of the path.</param>
internal sealed record ParamContext(string HttpMethod, string Path, EquatableArray<string> PathVariables, BodyKind Body);
