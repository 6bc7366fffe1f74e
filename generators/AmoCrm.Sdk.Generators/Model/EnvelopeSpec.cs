namespace AmoCrm.Sdk.Generators.Model;

/// <summary>How the engine presents a result.</summary>
/// <param name="Output">The default name of the context variable.</param>
internal sealed record EnvelopeSpec(string Output, EquatableArray<EnvelopeMember> Members);
