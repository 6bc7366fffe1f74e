using AmoCrm.Sdk.MongoDB;

namespace AmoCrm.Sdk.Soak.Stores;

/// <summary>Opens the store of a run, in the parent and in each worker.</summary>
internal static class StoreFactory
{
    public static IAmoCrmTokenStore Open(StoreKind kind, string place, string database) => kind == StoreKind.File
        ? new JsonFileSettingsStore(place)
        : new MongoDbSettingsStore(new MongoDbSettingsOptions
        {
            ConnectionString = place,
            Database = database,

            // A machine that builds at the same time may be slow; what an outage does has a program of its own.
            ServerSelectionTimeout = TimeSpan.FromSeconds(30),
            OperationTimeout = TimeSpan.FromSeconds(60),
        });
}
