using System.Runtime.CompilerServices;
using AmoCrm.Sdk.Telemetry;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Paging;

/// <summary>Walks a list page by page and reads ahead. <c>_links.next</c> is not asked: amoCRM sends it on last pages too.</summary>
internal static class PageEnumerator
{
    public static IAsyncEnumerable<TItem> EnumerateAsync<TArguments, TItem, TId>(
        AmoCrmApi api, Operation<TArguments, Page<TItem>> operation, TArguments arguments, Func<TItem, TId>? itemId, CancellationToken cancellationToken) =>
        ItemsAsync(EnumeratePagesAsync(api, operation, arguments, itemId, default, cancellationToken), cancellationToken);

    /// <summary>The pages of a list, each item once.</summary>
    public static IAsyncEnumerable<Page<TItem>> EnumeratePagesAsync<TArguments, TItem, TId>(
        AmoCrmApi api, Operation<TArguments, Page<TItem>> operation, TArguments arguments, Func<TItem, TId>? itemId, PageStart start, CancellationToken cancellationToken)
    {
        // Bad arguments throw here, where the caller still is, and not at the first item.
        operation.Validate?.Invoke(arguments);
        var paging = operation.Paging ?? throw new InvalidOperationException($"{operation.Handler} has no pages.");
        var (first, limit) = OperationQuery.Checked(operation.Handler, paging, operation.Window?.Invoke(arguments) ?? default);
        var continuation = start.Continuation is { } text ? PageContinuation.Parse(operation.Handler, operation.PathOf(arguments), text) : null;
        if (continuation is not null)
        {
            (first, limit) = OperationQuery.Checked(operation.Handler, paging, new PageWindow(continuation.Page, continuation.Limit));
        }

        return WalkAsync(new PageReader<TArguments, TItem>(api, operation, arguments, continuation, start.IsRequestOmitted), itemId, new PageProgress(paging, first, limit), cancellationToken);
    }

    private static async IAsyncEnumerable<TItem> ItemsAsync<TItem>(IAsyncEnumerable<Page<TItem>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    private static async IAsyncEnumerable<Page<TItem>> WalkAsync<TArguments, TItem, TId>(
        PageReader<TArguments, TItem> reader,
        Func<TItem, TId>? itemId,
        PageProgress progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new SeenItems<TItem, TId>(itemId);
        using var ahead = new PageAhead<Page<TItem>>((page, isFirst, end) => reader.ReadAsync(page, progress.Limit, isFirst, end), progress.Page, cancellationToken);
        await reader.PrepareAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var page = await ahead.NextAsync().ConfigureAwait(false);
            var number = progress.Page;
            AmoCrmTelemetry.Pages.Add(1, reader.Handler);
            AmoCrmTelemetry.PageItems.Add(page.Items.Count, reader.Handler);
            var fresh = seen.Fresh(page.Items);
            var hasNext = progress.Advance(page.Items.Count, page.PageCount, page.TotalItems) && !seen.IsStuck;
            if (hasNext)
            {
                ahead.Last = progress.Last;
                ahead.ReadAhead();
            }

            if (fresh.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return page with
                {
                    Items = fresh,
                    Number = number,
                    Limit = progress.Limit,
                    HasMore = hasNext,
                    Continuation = hasNext ? reader.ContinuationAt(progress.Page, progress.Limit) : null,
                };
            }

            if (!hasNext)
            {
                yield break;
            }
        }
    }
}
