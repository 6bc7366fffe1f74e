namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>One member of a target.</summary>
/// <param name="IsArray">True with a selector: the target goes on inside an item.</param>
/// <param name="SelectorKey">The constant member of that item; null for <c>[]</c>.</param>
internal sealed record TargetMember(string Name, bool IsArray, string? SelectorKey, string? SelectorValue);
