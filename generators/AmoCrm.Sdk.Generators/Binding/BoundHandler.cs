using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>A handler while the handler it fetches with is only a name.</summary>
internal sealed record BoundHandler(HandlerSpec Spec, BoundReturns Returns, ModuleContext Module, YamlEntry Entry);
