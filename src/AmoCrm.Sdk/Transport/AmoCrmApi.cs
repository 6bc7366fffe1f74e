using AmoCrm.Sdk.Bulk;
using AmoCrm.Sdk.Paging;

namespace AmoCrm.Sdk.Transport;

/// <summary>Runs operations: arguments in, typed results out. Emitted clients call nothing else.</summary>
internal sealed class AmoCrmApi
{
    private readonly IAmoCrmTransport _transport;
    private readonly HttpTransport? _http;
    private readonly SettingsReader? _settings;
    private readonly Coalescers _coalescers;
    private readonly long? _contextUserId;
    private readonly AmoCrmPriority _priority;
    private AmoCrmApi? _bulk;

    /// <summary>Makes the API of a client.</summary>
    /// <param name="client">The client, for handlers that need another noun's.</param>
    /// <param name="options">The client's options, checked.</param>
    /// <param name="transport">What carries requests.</param>
    public AmoCrmApi(IAmoCrmClient client, AmoCrmClientOptions options, IAmoCrmTransport transport)
    {
        Client = client;
        Options = options;
        _transport = transport;
        _http = transport as HttpTransport;
        _coalescers = new Coalescers();
        _settings = options.SettingsResolver is { } resolver ? new SettingsReader(options, resolver) : null;
        Account = new AccountMetadata(new AccountReader(this));
    }

    /// <summary>The API with another user's rights, or in another lane. What is known about the account is shared.</summary>
    public AmoCrmApi(IAmoCrmClient client, AmoCrmApi other, long? contextUserId, AmoCrmPriority priority)
        : this(client, other, contextUserId, priority, other.Account)
    {
    }

    private AmoCrmApi(IAmoCrmClient client, AmoCrmApi other, long? contextUserId, AmoCrmPriority priority, AccountMetadata account)
    {
        Client = client;
        Options = other.Options;
        Account = account;
        _transport = other._transport;
        _http = other._http;
        _coalescers = other._coalescers;
        _settings = other._settings;
        _contextUserId = contextUserId;
        _priority = priority;
    }

    public IAmoCrmClient Client { get; }

    public AmoCrmClientOptions Options { get; }

    public TimeProvider TimeProvider => Options.TimeProvider;

    public AccountMetadata Account { get; }

    /// <summary>The user whose rights requests have; null for the one who granted the token.</summary>
    public long? ContextUserId => _contextUserId;

    public AmoCrmPriority Priority => _priority;

    /// <summary>The same API behind interactive requests, for mass work that this SDK makes itself.</summary>
    public AmoCrmApi Bulk => _priority == AmoCrmPriority.Bulk ? this : _bulk ??= new AmoCrmApi(Client, this, _contextUserId, AmoCrmPriority.Bulk);

    /// <summary>The same API for a request of several items: which account they go to is asked once for all of them.</summary>
    public AmoCrmApi ForOneRequest() => new(Client, this, _contextUserId, _priority, Account.ForOneRequest());

    /// <summary>By what facts about the account are kept: the settings as they are now.</summary>
    public async ValueTask<AccountKey> GetAccountKeyAsync(CancellationToken cancellationToken)
    {
        if (_settings is null)
        {
            return AccountKey.OwnTransport;
        }

        var settings = await _settings.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new AccountKey(settings.GetHost(Options.AgentId).Value, settings.ClientId);
    }

    /// <summary>Runs an operation once.</summary>
    public async Task<TResult> SendAsync<TArguments, TResult>(Operation<TArguments, TResult> operation, TArguments arguments, CancellationToken cancellationToken)
    {
        operation.Validate?.Invoke(arguments);
        var result = Coalescers.CanCarry(Options, operation, arguments)
            ? await operation.Coalesce!(_coalescers, this, operation, arguments, cancellationToken).ConfigureAwait(false)
            : await OperationRunner.RunAsync(this, operation, arguments, cancellationToken).ConfigureAwait(false);
        return await FetchAsync(operation, arguments, result, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs an operation for several items in one request. The results are in the order of the arguments.</summary>
    public async Task<IReadOnlyList<TResult>> SendManyAsync<TArguments, TResult>(
        Operation<TArguments, TResult> operation, IReadOnlyList<TArguments> arguments, CancellationToken cancellationToken)
    {
        var results = await BatchRunner.RunAsync(this, operation, arguments, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = await FetchAsync(operation, arguments[i], results[i], cancellationToken).ConfigureAwait(false);
        }

        return results;
    }

    /// <summary>Runs an operation for any number of items, in as many requests as it takes. The outcomes are in the order of the arguments.</summary>
    public IAsyncEnumerable<BulkOutcome<TArguments, TResult>> BulkAsync<TArguments, TResult>(
        Operation<TArguments, TResult> operation, IAsyncEnumerable<TArguments> arguments, BulkOptions? options, CancellationToken cancellationToken) =>
        BulkRunner.RunAsync(this, operation, arguments, options, cancellationToken);

    /// <summary>The same for arguments at hand.</summary>
    public IAsyncEnumerable<BulkOutcome<TArguments, TResult>> BulkAsync<TArguments, TResult>(
        Operation<TArguments, TResult> operation, IEnumerable<TArguments> arguments, BulkOptions? options, CancellationToken cancellationToken) =>
        BulkRunner.RunAsync(this, operation, arguments, options, cancellationToken);

    /// <summary>All items of a list, page by page, reading ahead.</summary>
    public IAsyncEnumerable<TItem> EnumerateAsync<TArguments, TItem, TId>(
        Operation<TArguments, Page<TItem>> operation, TArguments arguments, Func<TItem, TId> itemId, CancellationToken cancellationToken) =>
        PageEnumerator.EnumerateAsync(this, operation, arguments, itemId, cancellationToken);

    /// <summary>All items of a list whose items have no id.</summary>
    public IAsyncEnumerable<TItem> EnumerateAsync<TArguments, TItem>(
        Operation<TArguments, Page<TItem>> operation, TArguments arguments, CancellationToken cancellationToken) =>
        PageEnumerator.EnumerateAsync<TArguments, TItem, long>(this, operation, arguments, itemId: null, cancellationToken);

    /// <summary>All pages of a list.</summary>
    public IAsyncEnumerable<Page<TItem>> EnumeratePagesAsync<TArguments, TItem, TId>(
        Operation<TArguments, Page<TItem>> operation, TArguments arguments, Func<TItem, TId> itemId, PageStart start, CancellationToken cancellationToken) =>
        PageEnumerator.EnumeratePagesAsync(this, operation, arguments, itemId, start, cancellationToken);

    /// <summary>All pages of a list whose items have no id.</summary>
    public IAsyncEnumerable<Page<TItem>> EnumeratePagesAsync<TArguments, TItem>(
        Operation<TArguments, Page<TItem>> operation, TArguments arguments, PageStart start, CancellationToken cancellationToken) =>
        PageEnumerator.EnumeratePagesAsync<TArguments, TItem, long>(this, operation, arguments, itemId: null, start, cancellationToken);

    /// <summary>Sends a request of the user's as it is, with this client's context user where it names none.</summary>
    public Task<AmoCrmResponse> SendRawAsync(AmoCrmRequest request, CancellationToken cancellationToken) => SendRequestAsync(request, cancellationToken).AsTask();

    /// <summary>Sends a request, with this client's context user where it names none.</summary>
    public ValueTask<AmoCrmResponse> SendRequestAsync(AmoCrmRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var own = request.Of(_contextUserId, _priority);
        return request.IsWrite ? WriteAsync(own, cancellationToken) : CarryAsync(own, cancellationToken);
    }

    /// <summary>
    /// Gives the body of a request or of an answer back to the pool, unless somebody may still be reading it: a transport of the user's own may have kept it (a test's usually does), and a
    /// strategy of the user's own may have left an attempt behind.
    /// </summary>
    public void Recycle(PooledBuffer? body)
    {
        if (_http is not null && Options.ResiliencePipeline is null)
        {
            body?.Return();
        }
    }

    private ValueTask<AmoCrmResponse> CarryAsync(AmoCrmRequest request, CancellationToken cancellationToken) =>
        _http is null ? new ValueTask<AmoCrmResponse>(CarryOverOtherAsync(request, cancellationToken)) : _http.SendAsync(request, cancellationToken);

    private async ValueTask<AmoCrmResponse> WriteAsync(AmoCrmRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await CarryAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Whatever came back: a write whose answer was lost may have changed them too.
            CustomFieldResolution.ForgetWhatChanged(this, request);
        }
    }

    private async Task<AmoCrmResponse> CarryOverOtherAsync(AmoCrmRequest request, CancellationToken cancellationToken)
    {
        if (request.Leaving is { } leaving)
        {
            // A transport of the user's own knows nothing of it.
            await leaving().ConfigureAwait(false);
        }

        return await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<TResult> FetchAsync<TArguments, TResult>(
        Operation<TArguments, TResult> operation, TArguments arguments, TResult result, CancellationToken cancellationToken) =>
        operation is { WantsFetch: { } wantsFetch, Fetch: { } fetch } && wantsFetch(arguments)
            ? new ValueTask<TResult>(fetch(this, arguments, result, cancellationToken))
            : ValueTask.FromResult(result);
}
