namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One member of an envelope.</summary>
/// <param name="Key">The member's name.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Argument">The result member's or the param's C# property for <see cref="EnvelopeSource.ResultMember"/> and <see cref="EnvelopeSource.Param"/>; the JSON text of a constant; else empty.</param>
/// <param name="Type">The type of the result's member for <see cref="EnvelopeSource.ResultMember"/>; null for others.</param>
internal sealed record EnvelopeMember(string Key, EnvelopeSource Source, string Argument, TypeSpec? Type = null);
