using System.Runtime.CompilerServices;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Paging;

/// <summary>Walks a list page by page, one request at a time. <c>_links.next</c> is not asked: amoCRM sends it on last pages too.</summary>
internal static class PageEnumerator
{
    public static IAsyncEnumerable<TItem> EnumerateAsync<TArguments, TItem, TId>(
        AmoCrmApi api, Operation<TArguments, Page<TItem>> operation, TArguments arguments, Func<TItem, TId>? itemId, CancellationToken cancellationToken)
    {
        // Bad arguments throw here, where the caller still is, and not at the first item.
        operation.Validate?.Invoke(arguments);
        var paging = operation.Paging ?? throw new InvalidOperationException($"{operation.Handler} has no pages.");
        var (first, limit) = OperationQuery.Checked(operation.Handler, paging, operation.Window?.Invoke(arguments) ?? default);
        return WalkAsync(api, operation, arguments, itemId, new PageProgress(paging, first, limit), cancellationToken);
    }

    private static async IAsyncEnumerable<TItem> WalkAsync<TArguments, TItem, TId>(
        AmoCrmApi api,
        Operation<TArguments, Page<TItem>> operation,
        TArguments arguments,
        Func<TItem, TId>? itemId,
        PageProgress progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<TId> last = [], beforeLast = [];
        var wasRepeated = false;
        while (true)
        {
            var window = new PageWindow(progress.Page, progress.Limit);
            var page = await OperationRunner.RunAsync(api, operation, arguments, window, addStableOrder: true, cancellationToken).ConfigureAwait(false);
            var current = new HashSet<TId>();
            var fresh = 0;
            foreach (var item in page.Items)
            {
                // Rows move between pages while somebody writes: what the last two pages had is not given out again.
                if (itemId is not null && itemId(item) is var id && (!current.Add(id) || last.Contains(id) || beforeLast.Contains(id)))
                {
                    continue;
                }

                fresh++;
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            // One page of nothing new may be rows that moved on by a whole page; two in a row are a resource that does not page.
            var isRepeated = fresh == 0;
            if ((isRepeated && wasRepeated) || !progress.Advance(page.Items.Count, page.PageCount, page.TotalItems))
            {
                yield break;
            }

            wasRepeated = isRepeated;
            (beforeLast, last) = (last, current);
        }
    }
}
