using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>An array of a body while targets are merged into it: targets with the same selector share an item.</summary>
internal sealed class ArrayDraft
{
    private readonly List<ItemDraft> _items = [];

    public void Append(ItemDraft item) => _items.Add(item);

    /// <summary>The item that the selector names. A list's items are its own; the constant member of <c>[key=value]</c> is in every one.</summary>
    public ObjectDraft GetOrAddItem(string? selectorKey, string? selectorValue, string? repeatsParam)
    {
        var item = repeatsParam is null ? _items.Find(candidate => candidate.Is(selectorKey, selectorValue)) : null;
        if (item is null)
        {
            item = new ItemDraft(selectorKey, selectorValue, repeatsParam);
            _items.Add(item);
        }

        return item.Members;
    }

    public ObjectDraft? FindItem(string? selectorKey, string? selectorValue) => _items.Find(candidate => candidate.Is(selectorKey, selectorValue))?.Members;

    public BodyArray Build() => new(_items.Select(item => item.Build()).ToEquatableArray());
}
