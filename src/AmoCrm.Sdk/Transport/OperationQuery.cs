using System.Globalization;
using AmoCrm.Sdk.Paging;

namespace AmoCrm.Sdk.Transport;

/// <summary>The query of an operation: its own parameters, then the page and the limit, which are always explicit.</summary>
internal static class OperationQuery
{
    public static string? Write<TArguments, TResult>(Operation<TArguments, TResult> operation, TArguments arguments, PageWindow? window, bool addStableOrder)
    {
        var query = new QueryString();
        operation.Query?.Invoke(arguments, query);
        if (operation.Paging is { } paging)
        {
            if (addStableOrder && paging.StableOrder is { } order && operation.HasOrder?.Invoke(arguments) != true)
            {
                var equals = order.IndexOf('=', StringComparison.Ordinal);
                query.Add(order[..equals], order[(equals + 1)..]);
            }

            var (page, limit) = Checked(operation.Handler, paging, window ?? operation.Window?.Invoke(arguments) ?? default);
            query.Add("page", page);
            query.Add("limit", limit);
        }

        return query.ToQuery();
    }

    /// <summary>The page and the limit to ask for.</summary>
    /// <exception cref="AmoCrmArgumentException">One of them is out of bounds: amoCRM would silently answer another page.</exception>
    public static (int Page, int Limit) Checked(string handler, PagingRules paging, PageWindow window)
    {
        if (window.Page < 1)
        {
            throw new AmoCrmArgumentException(handler, "page", $"Pages are counted from 1, so {window.Page.Value.ToString(CultureInfo.InvariantCulture)} is none.");
        }

        if (window.Limit < 1 || window.Limit > paging.MaximumLimit)
        {
            throw new AmoCrmArgumentException(
                handler, "limit", $"Allowed is 1 to {paging.MaximumLimit.ToString(CultureInfo.InvariantCulture)}, not {window.Limit.Value.ToString(CultureInfo.InvariantCulture)}.");
        }

        return (window.Page ?? 1, window.Limit ?? paging.DefaultLimit);
    }
}
