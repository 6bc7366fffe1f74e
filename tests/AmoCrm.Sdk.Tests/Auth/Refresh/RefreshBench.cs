using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>A client whose tokens can be refreshed, with the server, the store and the clock in a test's hands.</summary>
internal sealed class RefreshBench : IDisposable
{
    public const string Agent = "sales";

    private static readonly AmoCrmRequest Request = new(HttpMethod.Get, "/api/v4/account");

    public RefreshBench()
    {
        Server = new TokenServer(Clock);
        Store = new StoreProbe(Clock);
        Client = MakeClient();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public TokenServer Server { get; }

    public StoreProbe Store { get; }

    public CanaryWatch Watch { get; } = new();

    public FakeLogCollector Logs => Watch.Logs;

    /// <summary>The ids of the messages about tokens, in order.</summary>
    public IReadOnlyList<int> Told => [.. Logs.GetSnapshot().Where(static log => log.Category == AuthLog.Category).Select(static log => log.Id.Id)];

    public AmoCrmClient Client { get; }

    public List<AmoCrmAuthorizationState> Events { get; } = [];

    public (string Access, string Refresh) Pair { get; private set; }

    public AmoCrmClient MakeClient(Action<AmoCrmClientOptions>? configure = null) => new(MakeOptions(configure));

    public IAmoCrmTokenRefresher MakeRefresher(Action<AmoCrmClientOptions>? configure = null) =>
        ServiceConnections.CreateTokenRefresher(MakeOptions(configure), Substitute.For<IHttpMessageHandlerFactory>());

    private AmoCrmClientOptions MakeOptions(Action<AmoCrmClientOptions>? configure)
    {
        var options = new AmoCrmClientOptions
        {
            AgentId = Agent,
            SettingsResolver = Store,
            HttpMessageHandler = Server,
            TimeProvider = Clock,
            LoggerFactory = Watch.Loggers,
            TotalTimeout = TimeSpan.FromHours(1),
        }.OneAttempt();
        options.TokenEvents.Refreshed += Note;
        options.TokenEvents.OutcomeUnknown += Note;
        options.TokenEvents.ReauthorizationRequired += Note;
        configure?.Invoke(options);
        return options;

        void Note(object? sender, AmoCrmTokenEventArgs what)
        {
            Assert.Equal(Agent, what.AgentId);
            lock (Events)
            {
                Events.Add(what.State);
            }
        }
    }

    /// <summary>Puts a pair into the store that the server has issued.</summary>
    public async Task<RefreshBench> WithPairAsync(TimeSpan accessLife)
    {
        Pair = Server.Issue(accessLife);
        await Store.SaveAsync(Agent, Settings(Pair));
        return this;
    }

    public static AmoCrmSettings Settings((string Access, string Refresh) pair) => new()
    {
        Subdomain = "mycompany",
        ClientId = "client-id",
        ClientSecret = "client-secret-canary",
        RedirectUri = "https://example.com/oauth",
        AccessToken = pair.Access,
        RefreshToken = pair.Refresh,
    };

    public async Task<AmoCrmResponse> CallAsync(AmoCrmClient? client = null, long? asUser = null)
    {
        try
        {
            return await (client ?? Client).SendAsync(asUser is null ? Request : new AmoCrmRequest(HttpMethod.Get, "/api/v4/account") { ContextUserId = asUser });
        }
        catch (Exception exception)
        {
            Watch.See(exception);
            throw;
        }
    }

    /// <summary>Somebody else writes the record.</summary>
    public async Task ChangeAsync(Func<AmoCrmTokenRecord, AmoCrmTokenRecord>? change = null)
    {
        var record = await RecordAsync();
        Assert.True(await Store.Inner.TryWriteTokensAsync(Agent, record, change is null ? record : change(record)));
    }

    /// <summary>Another process has the lease; perhaps it has begun to spend the refresh token under it.</summary>
    /// <param name="time">How much longer the lease lasts.</param>
    /// <param name="attempts">How often the refresh token was sent or is about to be; 0 for never.</param>
    public Task HoldAsync(TimeSpan time, int attempts = 0) => ChangeAsync(record => record with
    {
        Notes = record.Notes with
        {
            Lease = new AmoCrmTokenLease("other", record.ReadAt + time),
            Spending = attempts == 0 ? null : new AmoCrmTokenSpending(TokenFingerprint.Of(record.Settings), "other", record.ReadAt, attempts, AmoCrmSpendingState.Pending),
        },
    });

    /// <summary>Keeps a pair aside.</summary>
    public Task PutAsideAsync((string Access, string Refresh) pair) =>
        ChangeAsync(record => record with { Notes = record.Notes with { Aside = [new AmoCrmTokenPair(pair.Access, pair.Refresh, record.ReadAt)] } });

    /// <summary>Asks for a refresh, rather than to make a call that needs one.</summary>
    public async Task<AmoCrmTokenRefreshResult> AskAsync(IAmoCrmTokenRefresher refresher, TimeSpan age, string? agentId = Agent, CancellationToken cancellationToken = default)
    {
        try
        {
            var result = await refresher.RefreshAsync(agentId!, age, cancellationToken);
            Watch.See(result.ToString());
            return result;
        }
        catch (Exception exception)
        {
            Watch.See(exception);
            throw;
        }
    }

    public Task<AmoCrmTokenRecord> RecordAsync() => Store.Inner.ReadTokensAsync(Agent);

    /// <summary>Lets virtual time pass, step by step, until a task is done: for what waits on the clock.</summary>
    public async Task<T> PassTimeAsync<T>(Task<T> task, TimeSpan step)
    {
        await PassTimeUntilAsync(() => Task.FromResult(task.IsCompleted), step);
        return await task;
    }

    /// <summary>Lets virtual time pass, step by step, until something has happened.</summary>
    public Task PassTimeUntilAsync(Func<bool> isDone, TimeSpan step) => PassTimeUntilAsync(() => Task.FromResult(isDone()), step);

    private async Task PassTimeUntilAsync(Func<Task<bool>> isDone, TimeSpan step)
    {
        using var giveUp = new CancellationTokenSource(Patience.Limit);
        while (!await isDone())
        {
            Assert.False(giveUp.IsCancellationRequested, "It is not done in time.");
            await Task.Delay(1, CancellationToken.None);
            Clock.Advance(step);
        }
    }

    /// <summary>Waits for something that happens in the background, without letting virtual time pass.</summary>
    public Task UntilAsync(Func<bool> isDone) => UntilAsync(() => Task.FromResult(isDone()));

    /// <summary>Waits for something that happens in the background, without letting virtual time pass.</summary>
    public Task UntilAsync(Func<Task<bool>> isDone) => PassTimeUntilAsync(isDone, TimeSpan.Zero);

    /// <summary>Every test here ends with a look for secrets in all that was told: each token and secret of the server is a canary.</summary>
    public void Dispose()
    {
        // Virtual time passes meanwhile: a refresh that is left over may wait on the clock.
        Task.Run(() => PassTimeAsync(Task.Run(Close), TimeSpan.FromSeconds(1))).GetAwaiter().GetResult();
        Server.Dispose();
        Watch.AssertNone("access-canary", "refresh-canary", "client-secret-canary");
        Watch.Dispose();
    }

    private bool Close()
    {
        Client.Dispose();
        return true;
    }
}
