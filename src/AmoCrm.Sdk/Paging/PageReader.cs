using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Paging;

/// <summary>Reads single pages of an enumeration. What to ask for is written once.</summary>
/// <param name="api">The client's API.</param>
/// <param name="operation">The list.</param>
/// <param name="arguments">What to ask for, validated.</param>
/// <param name="continuation">Where an earlier enumeration stopped; null for a new one.</param>
/// <param name="isRequestOmitted">True: what to ask for is taken from the continuation.</param>
internal sealed class PageReader<TArguments, TItem>(
    AmoCrmApi api, Operation<TArguments, Page<TItem>> operation, TArguments arguments, PageContinuation? continuation, bool isRequestOmitted)
{
    private readonly string _path = operation.PathOf(arguments);
    private TArguments _arguments = arguments;
    private string? _filter;
    private bool _isFiltered;

    /// <summary>The label of metrics.</summary>
    public KeyValuePair<string, object?> Handler { get; } = new("amocrm.handler", operation.Handler);

    /// <summary>Fills in defaults, and makes sure that amoCRM will not ignore the filter.</summary>
    /// <exception cref="AmoCrmArgumentException">The continuation is of another request.</exception>
    public async ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        _arguments = await OperationPreparation.PrepareAsync(api, operation, _arguments, cancellationToken).ConfigureAwait(false);
        _filter = OperationQuery.WriteFilter(operation, _arguments, addStableOrder: true);
        _isFiltered = operation.ApiFilter?.Invoke(_arguments) == true;
        if (continuation is null)
        {
            return;
        }

        if (!isRequestOmitted && _filter != continuation.Filter)
        {
            throw new AmoCrmArgumentException(operation.Handler, "continuation", "This continuation is of a request with other filters: pass that one, or none at all.");
        }

        (_filter, _isFiltered) = (continuation.Filter, continuation.IsFiltered);
        if (_isFiltered)
        {
            await OperationPreparation.DemandApiFilterAsync(api, operation.Handler, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a page. All but the first are read ahead, so that interactive requests go before them.</summary>
    public async Task<Page<TItem>> ReadAsync(int page, int limit, bool isFirst, CancellationToken cancellationToken)
    {
        var request = new AmoCrmRequest(operation.Method, _path)
        {
            Query = OperationQuery.WithPage(_filter, page, limit),
            Retry = operation.Retry,
            Handler = operation.Handler,
            PathTemplate = operation.PathTemplate,
            Priority = isFirst ? AmoCrmPriority.Interactive : AmoCrmPriority.Bulk,
            ReturnsBody = true,
        };
        var response = await api.SendRequestAsync(request, cancellationToken).ConfigureAwait(false);
        var read = OperationAnswer.Read(operation, _arguments, request, response);
        api.Recycle(response.Buffer);
        return read;
    }

    public string ContinuationAt(int page, int limit) => new PageContinuation(operation.Handler, _path, _filter, _isFiltered, page, limit).ToString();
}
