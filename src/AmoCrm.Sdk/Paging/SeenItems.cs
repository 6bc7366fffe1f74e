namespace AmoCrm.Sdk.Paging;

/// <summary>Recognises items that come again: rows move between pages while somebody writes. What the last two pages had is not given out again.</summary>
/// <param name="itemId">By what items are recognised; null: not at all.</param>
internal sealed class SeenItems<TItem, TId>(Func<TItem, TId>? itemId)
{
    private HashSet<TId> _last = [];
    private HashSet<TId> _beforeLast = [];
    private bool _wasRepeated;

    /// <summary>One page of nothing new may be rows that moved on by a whole page; two in a row are a resource that does not page.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>The items of the next page that are new.</summary>
    public IReadOnlyList<TItem> Fresh(IReadOnlyList<TItem> items)
    {
        if (itemId is null)
        {
            return Note(items);
        }

        var current = new HashSet<TId>(items.Count);
        List<TItem>? fresh = null;
        for (var i = 0; i < items.Count; i++)
        {
            var id = itemId(items[i]);
            if (!current.Add(id) || _last.Contains(id) || _beforeLast.Contains(id))
            {
                fresh ??= [.. items.Take(i)];
            }
            else
            {
                fresh?.Add(items[i]);
            }
        }

        (_beforeLast, _last) = (_last, current);
        return Note(fresh ?? items);
    }

    private IReadOnlyList<TItem> Note(IReadOnlyList<TItem> fresh)
    {
        IsStuck = fresh.Count == 0 && _wasRepeated;
        _wasRepeated = fresh.Count == 0;
        return fresh;
    }
}
