using AmoCrm.Sdk.Auth.Refresh;
using AmoCrm.Sdk.MongoDB;
using AmoCrm.Sdk.Soak.Workers;
using MongoDB.Driver;

namespace AmoCrm.Sdk.Soak.Outage;

/// <summary>An agent whose store is reached through a proxy, in an amoCRM of its own.</summary>
internal sealed class OutageScene : IAsyncDisposable
{
    public const string Agent = "outage";

    /// <summary>How long the driver looks for a server.</summary>
    public static readonly TimeSpan Selection = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    private readonly OffsetClock _clock = new();
    private readonly MongoDbSettingsStore _store;
    private readonly string _realConnectionString;
    private readonly string _database;

    private OutageScene(TestCrm crm, string connectionString)
    {
        Crm = crm;
        Proxy = new CuttableProxy(connectionString);
        _realConnectionString = connectionString;
        _database = $"amocrm_sdk_soak_{Guid.NewGuid():N}";
        _store = new MongoDbSettingsStore(new MongoDbSettingsOptions { ConnectionString = Proxy.ConnectionString, Database = _database, ServerSelectionTimeout = Selection });
        Client = new AmoCrmClient(new AmoCrmClientOptions
        {
            AgentId = Agent,
            SettingsResolver = _store,
            EmulatorAddress = crm.Address,
            TimeProvider = _clock,
            RateLimit = { IsEnabled = false },
            Retry = { MaxRetries = 0 },
            TokenRefresh = new AmoCrmTokenRefreshOptions { LeaseDuration = Lease },
            TokenRefreshProbe = point =>
            {
                Reached?.Invoke(point);
                return default;
            },
        });
    }

    public TestCrm Crm { get; }

    public CuttableProxy Proxy { get; }

    public AmoCrmClient Client { get; }

    public AmoCrmSecret FirstRefreshToken { get; private set; } = "";

    /// <summary>Called at the points of a refresh.</summary>
    public Action<TokenRefreshPoint>? Reached { get; set; }

    public static async Task<OutageScene> CreateAsync(string connectionString)
    {
        var scene = new OutageScene(await TestCrm.StartAsync(), connectionString);
        var settings = await scene.Crm.AuthoriseAsync();
        scene.FirstRefreshToken = settings.RefreshToken!;
        await scene._store.SaveAsync(Agent, settings);
        await scene.Client.Account.GetAsync();
        return scene;
    }

    public void Advance(TimeSpan time)
    {
        Crm.Advance(time);
        _clock.Ahead = Crm.Ahead;
    }

    /// <summary>The agent's record as somebody sees it whose way to the server is whole.</summary>
    public async Task<AmoCrmTokenRecord> RecordAsync()
    {
        using var store = new MongoDbSettingsStore(_realConnectionString, _database);
        return await store.ReadTokensAsync(Agent);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _store.Dispose();
        Proxy.Dispose();
        await Crm.DisposeAsync();
        using var client = new MongoClient(_realConnectionString);
        await client.DropDatabaseAsync(_database);
    }
}
