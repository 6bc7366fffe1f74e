using AmoCrm.Sdk.Soak.Programs;

namespace AmoCrm.Sdk.Soak;

/// <summary>What the command line asks for.</summary>
/// <param name="Name">Which program.</param>
/// <param name="Program">The program.</param>
/// <param name="Stores">Over which stores.</param>
/// <param name="IsQuick">Whether in its short form.</param>
internal sealed record SoakCommand(string Name, Func<SoakRun, Task<SoakResult>> Program, IReadOnlyList<StoreKind> Stores, bool IsQuick)
{
    public const string Usage = """
        usage: AmoCrm.Sdk.Soak NAME [--quick] [--store mongodb|file]
          refresh-stampede   4 processes of 64 callers find an access token that has ended
          refresh-kill       processes are killed at every point of a refresh
          refresh-slow       the token route answers later than a lease lasts
          store-outage       MongoDB is gone for a while
          idle-year          twelve months without traffic, on a virtual clock
        usage: AmoCrm.Sdk.Soak NAME [--quick]
          saturation         one process uses up amoCRM's limit: no 429
          saturation-redis   four processes do, through Redis (AMOCRM_TEST_REDIS, else redis-server)
          lanes              interactive calls while a bulk create takes all it can get
          export             100,000 contacts from a slow server, page by page
          bulk-chaos         100,000 creates under lost answers, errors, resets and 429
          import-kill        an import is killed ten times and resumed
          read-faults        reads of which every fifth fails
        MongoDB (AMOCRM_TEST_MONGODB, else a container) is the store unless --store chooses; the quick forms of stampede, kill and idle-year run over both.
        Exit codes: 0 ok, 1 not ok, 2 wrong usage, 3 no MongoDB, or no Redis.
        """;

    private static readonly StoreKind[] Both = [StoreKind.MongoDb, StoreKind.File];
    private static readonly StoreKind[] Server = [StoreKind.MongoDb];
    private static readonly StoreKind[] None = [StoreKind.None];

    private static readonly Dictionary<string, (Func<SoakRun, Task<SoakResult>> Run, StoreKind[] Stores, StoreKind[] QuickStores)> Programs = new(StringComparer.Ordinal)
    {
        ["refresh-stampede"] = (RefreshStampede.RunAsync, Both, Both),
        ["refresh-kill"] = (RefreshKill.RunAsync, Both, Both),
        ["refresh-slow"] = (RefreshSlow.RunAsync, Both, Server),
        ["store-outage"] = (StoreOutage.RunAsync, Server, Server),
        ["idle-year"] = (IdleYear.RunAsync, Both, Both),
        ["saturation"] = (Saturation.RunAsync, None, None),
        ["saturation-redis"] = (SaturationOverRedis.RunAsync, None, None),
        ["lanes"] = (Lanes.RunAsync, None, None),
        ["export"] = (Export.RunAsync, None, None),
        ["bulk-chaos"] = (BulkChaos.RunAsync, None, None),
        ["import-kill"] = (ImportKill.RunAsync, None, None),
        ["read-faults"] = (ReadFaults.RunAsync, None, None),
    };

    /// <returns>Null when it cannot be understood.</returns>
    public static SoakCommand? Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || !Programs.TryGetValue(arguments[0], out var program))
        {
            return null;
        }

        var isQuick = false;
        StoreKind? store = null;
        for (var index = 1; index < arguments.Count; index++)
        {
            switch (arguments[index])
            {
                case "--quick":
                    isQuick = true;
                    break;
                case "--store" when index + 1 < arguments.Count && Enum.TryParse<StoreKind>(arguments[++index], ignoreCase: true, out var chosen) && program.Stores.Contains(chosen):
                    store = chosen;
                    break;
                default:
                    return null;
            }
        }

        IReadOnlyList<StoreKind> stores = store is { } only ? [only] : isQuick ? program.QuickStores : [program.Stores[0]];
        return new SoakCommand(arguments[0], program.Run, stores, isQuick);
    }
}
