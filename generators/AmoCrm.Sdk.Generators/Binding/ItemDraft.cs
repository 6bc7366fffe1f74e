using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>One item of a body array while targets are merged into it.</summary>
internal sealed class ItemDraft(string? selectorKey, string? selectorValue, string? repeatsParam)
{
    public ObjectDraft Members { get; } = new();

    /// <summary>The item itself when it is a value and no object.</summary>
    public BodyNode? Leaf { get; init; }

    public bool Is(string? key, string? value) => Leaf is null && repeatsParam is null && selectorKey == key && selectorValue == value;

    public BodyItem Build() => new(selectorKey, selectorValue, repeatsParam, Leaf ?? Members.Build());
}
